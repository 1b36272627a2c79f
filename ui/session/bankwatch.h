// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bank/bankreader.h"
#include "ui/session/bankbook.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace ui {

/// Reads both banks twice a second over connections of its own while it is watching. Lives on a thread of its own.
/// A bank that cannot be read is opened anew at the next reading.
class BankWatch final : public QObject
{
    Q_OBJECT
public:
    static constexpr int accountsMax = 1000; ///< that are shown; the sum is of all
    static constexpr int barrierRowsMax = 200;

    BankWatch(core::bank::DatabaseUrl sender, core::bank::DatabaseUrl receiver, const core::Clock &clock,
              QObject *parent = nullptr);

    /// Switched on, it reads at once.
    void setWatching(bool on);
    void readNow() { readBoth(); }

signals:
    void readingCame(const ui::PairReading &reading);

private:
    struct Source
    {
        core::bank::DatabaseUrl url;
        int bank = 0;
        std::optional<core::bank::BankReader> reader = {};
    };

    void readBoth();
    BankReading read(Source &source);
    core::Result<BankReading> readOpened(Source &source);

    const core::Clock &m_clock;
    Source m_sender;
    Source m_receiver;
    QTimer m_timer;
};

} // namespace ui
