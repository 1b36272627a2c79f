// SPDX-License-Identifier: GPL-3.0-or-later
// What the list of messages says: below it, in the status bar, and in place of its rows.
#include "ui/messages/filterbar.h"
#include "ui/messages/listfooter.h"
#include "ui/messages/listverbs.h"
#include "ui/messages/messagelist.h"
#include "ui/messages/messagetablemodel.h"
#include "ui/messages/messagetableview.h"
#include "ui/messages/viewbar.h"
#include "ui/session/readonlytransfers.h"
#include "ui/widgets/button.h"
#include "ui/widgets/corewords.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/formatting.h"

#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace ui {

void MessageList::showFace()
{
    const bool hasRows = m_model->rowCount() > 0;
    m_faces->setCurrentWidget(hasRows ? static_cast<QWidget *>(m_table) : m_empty);
    showStatus();
    if (hasRows)
        return;
    if (m_model->loadState() == MessageTableModel::Load::Failed)
        return m_empty->showUnreachable(m_model->problem());
    if (m_model->isSearching())
        return m_empty->showLoading(tr("Searching…"));
    if (m_model->loadState() == MessageTableModel::Load::Loading || !m_counts)
        return m_empty->showLoading(tr("Reading messages…"));
    if (m_counts->total > 0)
        return m_empty->showFilteredOut(m_counts->total);
    m_empty->setObstacle(areTransfersReadOnly(m_session) ? tr("Read-only: nothing can be sent") : QString());
    m_empty->showEmpty(tr("No messages yet"), tr("A transfer between the two banks makes the first one."),
                       tr("Make a Transfer"));
}

QString MessageList::shownText() const
{
    const qint64 shown = m_model->rowCount();
    const qint64 total = std::max(m_counts ? m_counts->total : shown, shown); // counted earlier than the rows were read
    if (total == 0)
        return {};
    if (m_model->isSearching() || m_model->isStopped())
        //: %1 found so far, %2 messages looked at, of %3 that there are
        return tr("%1 found, %2 of %3 looked at")
            .arg(widgets::formatCount(shown), widgets::formatCount(std::min<qint64>(m_model->lookedAt(), total)),
                 widgets::formatCount(total));
    if (shown > 0 && !m_model->problem().isEmpty())
        return tr("Older messages could not be read: %1").arg(widgets::coreWords(m_model->problem()));
    if (m_model->isComplete())
        //: how many messages match the filter, of how many in all
        return tr("%1 of %2 match").arg(widgets::formatCount(shown), widgets::formatCount(total));
    //: how many messages of a long list were read so far, of how many in all
    return tr("newest %1 of %2").arg(widgets::formatCount(shown), widgets::formatCount(total));
}

void MessageList::showStatus()
{
    using Search = ListFooter::Search;
    m_footer->setContent({.shown = shownText(),
                          .chosen = int(m_table->selectionModel()->selectedRows().size()),
                          .allMatching = m_allMatching,
                          .rows = m_model->rowCount(),
                          .search = m_model->isSearching() ? Search::Running
                              : m_model->isStopped()       ? Search::Stopped
                                                           : Search::None});
    if (const QString text = m_footer->text(); std::exchange(m_statusText, text) != text)
        emit statusTextChanged(text);
}

void MessageList::retranslate()
{
    m_views->retranslate();
    m_arrange->setText(tr("Arrange Columns…"));
    m_arrange->setToolTip(tr("Order, width and choice of the columns"));
    m_columnsButton->setToolTip(tr("Choose columns"));
    m_columnsButton->setAccessibleName(m_columnsButton->toolTip());
    m_exportButton->setToolTip(tr("Export the list"));
    m_exportButton->setAccessibleName(m_exportButton->toolTip());
    m_listVerbs->retranslate();
    m_footer->retranslate();
    m_filter->retranslate();
    m_model->retranslate();
    m_table->retranslate();
    showFace();
}

} // namespace ui
