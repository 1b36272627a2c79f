// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/faultlab/pointsmodel.h"

#include "ui/faultlab/pointwords.h"
#include "ui/widgets/roles.h"

using namespace Qt::StringLiterals;

namespace ui {

void PointsModel::setArmed(const QList<core::ArmedFault> &armed)
{
    m_armed = armed;
    emit dataChanged(index(0, int(Column::Armed)), index(rowCount() - 1, int(Column::Armed)));
}

void PointsModel::setStrikes(const QByteArray &point, int strikes)
{
    const ProtocolPoint *known = protocolPoint(point);
    if (!known)
        return;
    m_strikes[point] = strikes;
    const QModelIndex cell = index(known->number - 1, int(Column::Strikes));
    emit dataChanged(cell, cell);
}

void PointsModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columns - 1);
    emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

int PointsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(protocolPoints().size());
}

int PointsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString PointsModel::text(const QModelIndex &index) const
{
    const ProtocolPoint &point = protocolPoints().at(index.row());
    QStringList armed;
    switch (Column(index.column())) {
    case Column::Number:
        return QString::number(point.number);
    case Column::Phase:
        return PointWords::phase(point.phase);
    case Column::Who:
        return diagram::SequenceWords::heads(tr("Bank A"), tr("Bank B")).at(std::size_t(point.lane)).title;
    case Column::Title:
        return PointWords::title(point.name);
    case Column::Armed:
        for (const core::ArmedFault &one : m_armed) {
            if (one.fault.point == point.name)
                armed << u"%1, %2"_s.arg(PointWords::mode(one.fault.mode), PointWords::left(one));
        }
        return armed.isEmpty() ? u"–"_s : armed.join(u"; "_s);
    case Column::Strikes:
        return m_strikes.value(point.name) > 0 ? QString::number(m_strikes.value(point.name)) : u"–"_s;
    }
    Q_UNREACHABLE();
}

QVariant PointsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto column = Column(index.column());
    if (role == Qt::DisplayRole)
        return text(index);
    if (role == Qt::ToolTipRole || role == Qt::AccessibleDescriptionRole)
        return PointWords::sentence(protocolPoints().at(index.row()), m_armed);
    const bool isNumber = column == Column::Number || column == Column::Strikes;
    if (role == Qt::TextAlignmentRole)
        return int((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

QVariant PointsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const bool isNumber = Column(section) == Column::Number || Column(section) == Column::Strikes;
    if (role == Qt::TextAlignmentRole)
        return int((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Number:
        //: heading of a column: the number of a point in the diagram
        return tr("No.");
    case Column::Phase:
        return tr("Phase");
    case Column::Who:
        //: heading of a column: the role in the protocol that comes by there
        return tr("Who");
    case Column::Title:
        return tr("Point");
    case Column::Armed:
        return tr("Armed");
    case Column::Strikes:
        //: heading of a column: how often an armed fault has struck there
        return tr("Struck");
    }
    Q_UNREACHABLE();
}

} // namespace ui
