// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/faultpoint.h"

#include <QAbstractTableModel>

namespace ui {

/// The points of the diagram as rows, equal to what it shows.
class PointsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Column { Number, Phase, Who, Title, Armed, Strikes };
    static constexpr int columns = 6;

    explicit PointsModel(QObject *parent = nullptr) : QAbstractTableModel(parent) { }

    void setArmed(const QList<core::ArmedFault> &armed);
    /// How often something struck at a point so far.
    void setStrikes(const QByteArray &point, int strikes);
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const QModelIndex &index) const;

    QList<core::ArmedFault> m_armed;
    QHash<QByteArray, int> m_strikes;
};

} // namespace ui
