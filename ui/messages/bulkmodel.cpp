// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/bulkmodel.h"

#include "ui/widgets/formatting.h"
#include "ui/widgets/roles.h"
#include "ui/widgets/shownstate.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {
namespace {

struct BulkWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::BulkModel)
public:
    static QString of(BulkRun::Outcome outcome)
    {
        switch (outcome) {
        case BulkRun::Outcome::Waiting:
            return tr("waiting");
        case BulkRun::Outcome::Requested:
            return tr("requested");
        case BulkRun::Outcome::Accepted:
            return tr("accepted");
        case BulkRun::Outcome::Observed:
            return tr("observed");
        case BulkRun::Outcome::Refused:
            return tr("refused");
        case BulkRun::Outcome::Left:
            return tr("not sent");
        }
        return {};
    }
};

theme::State shown(core::message::State state)
{
    return widgets::shownState(state, 0, false);
}

} // namespace

BulkModel::BulkModel(QObject *parent) : QAbstractTableModel(parent)
{
    m_tell.setSingleShot(true);
    m_tell.setInterval(100ms);
    connect(&m_tell, &QTimer::timeout, this, &BulkModel::tellChanges);
}

void BulkModel::showTargets(const QList<BulkTarget> &targets, const QStringList &skipped)
{
    beginResetModel();
    m_run = nullptr;
    m_targets = targets;
    m_skipped = skipped;
    endResetModel();
}

void BulkModel::follow(const BulkRun &run)
{
    beginResetModel();
    m_run = &run;
    m_targets.clear();
    m_skipped.clear();
    endResetModel();
    connect(&run, &BulkRun::rowChanged, this, &BulkModel::noteChange);
}

void BulkModel::noteChange(int row)
{
    m_firstChanged = m_firstChanged < 0 ? row : std::min(m_firstChanged, row);
    m_lastChanged = std::max(m_lastChanged, row);
    if (!m_tell.isActive())
        m_tell.start();
}

void BulkModel::tellChanges()
{
    if (m_firstChanged >= 0)
        emit dataChanged(index(m_firstChanged, 0), index(m_lastChanged, columns - 1));
    m_firstChanged = m_lastChanged = -1;
}

int BulkModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return m_run ? m_run->size() : int(m_targets.size());
}

int BulkModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

const BulkTarget &BulkModel::target(int row) const
{
    return m_run ? m_run->row(row).target : m_targets.at(row);
}

QString BulkModel::text(int row, Column column) const
{
    switch (column) {
    case Column::Gid:
        return widgets::shownGid(QString::fromLatin1(target(row).gid));
    case Column::Before:
        return widgets::stateWord(shown(target(row).state));
    case Column::Outcome:
        if (m_run)
            return BulkWords::of(m_run->row(row).outcome);
        return m_skipped.at(row).isEmpty() ? QString() : BulkWords::tr("left out");
    case Column::Detail:
        break;
    }
    if (!m_run)
        return m_skipped.at(row);
    const BulkRun::Row &shownRow = m_run->row(row);
    return shownRow.outcome == BulkRun::Outcome::Observed ? widgets::stateWord(shown(shownRow.observed)) : shownRow.why;
}

QVariant BulkModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto column = Column(index.column());
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return text(index.row(), column);
    if (role == widgets::StateRole && column == Column::Before)
        return QVariant::fromValue(shown(target(index.row()).state));
    return {};
}

QVariant BulkModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Gid:
        return tr("Message");
    case Column::Before:
        //: the state of a message before something was done to it
        return tr("Before");
    case Column::Outcome:
        return tr("Outcome");
    case Column::Detail:
        return tr("Why, or what came of it");
    }
    return {};
}

} // namespace ui
