// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/session/transfertypes.h"
#include "ui/widgets/rowsmodel.h"

namespace ui {

/// The transfers of a run as rows, the last one first.
class ResultsModel final : public widgets::RowsModel<TransferOutcome>
{
    Q_OBJECT
public:
    enum Column { Number, State, Message, Amount, Attempts, Time, Open, ColumnCount };

    /// clock tells how far away the next attempt is.
    explicit ResultsModel(const core::Clock &clock, QObject *parent = nullptr);

    /// Takes over the outcomes of the present run, newest first. Known rows change where they stand, new ones come in
    /// on top; those of another run are gone.
    void apply(const QList<TransferOutcome> &outcomes);
    QByteArray gidAt(int row) const;
    bool isNaiveAt(int row) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const TransferOutcome &outcome, int column) const;
    QString timeText(const TransferOutcome &outcome) const;

    const core::Clock &m_clock;
};

} // namespace ui
