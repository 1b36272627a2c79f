// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/alertsink.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace ui {

class DesktopNotifier;
class Webhook;

/// What a person is called for, on the screen and beyond. Takes the facts as they come, tells the desktop and the
/// webhook once of each alert that is raised and once when it is over. UI thread.
class Alerts final : public QObject
{
    Q_OBJECT
public:
    /// What an alert is called and says, in the user's language.
    struct Words
    {
        QString title;
        QString text;
    };
    using ToWords = std::function<Words(const Alert &)>;

    Alerts(std::unique_ptr<DesktopNotifier> desktop, std::unique_ptr<Webhook> webhook, QObject *parent = nullptr);
    ~Alerts() override;

    /// Without it, the kind's name stands for the words.
    void setWords(ToWords words) { m_words = std::move(words); }
    void setRules(const AlertRules &rules);
    const AlertRules &rules() const { return m_book.rules(); }

    void take(const AlertFacts &facts, core::TimePoint now);
    void acknowledge(AlertKind kind);

    QList<Alert> alerts() const { return m_book.alerts(); } ///< the latest first
    int openCount() const { return m_book.openCount(); }
    QString desktopProblem() const; ///< empty: none is known
    QString webhookProblem() const;

signals:
    void changed();
    void rulesChanged();

private:
    void tell(const AlertBook::Change &change);

    AlertBook m_book;
    ToWords m_words;
    std::unique_ptr<DesktopNotifier> m_desktop;
    std::unique_ptr<Webhook> m_webhook;
    QList<Alert> m_told; ///< as changed() was last emitted for
};

} // namespace ui
