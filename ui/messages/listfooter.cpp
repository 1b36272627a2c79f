// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/listfooter.h"

#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/formatting.h"

#include <QHBoxLayout>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace ui {

ListFooter::ListFooter(const theme::Theme &theme, QMenu &menu, QWidget *parent)
    : QWidget(parent)
    , m_shown(new widgets::ElidedLabel)
    , m_chosen(new widgets::ElidedLabel)
    , m_search(new widgets::Button(theme, widgets::Button::Kind::Link, {}))
    , m_selectAll(new widgets::Button(theme, widgets::Button::Kind::Quiet, {}))
    , m_run(new widgets::Button(theme, widgets::Button::Kind::Plain, {}))
{
    m_shown->setObjectName(u"footer"_s);
    m_chosen->setObjectName(u"chosenCount"_s);
    m_search->setObjectName(u"searchButton"_s);
    m_selectAll->setObjectName(u"selectAll"_s);
    m_run->setObjectName(u"runButton"_s);
    m_run->setIconName(u"chevron-down"_s);
    theme::setTone(*m_chosen, theme::Tone::Muted);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 8, 8);
    row->setSpacing(12);
    row->addWidget(m_shown);
    row->addWidget(m_search);
    row->addWidget(m_chosen, 1);
    row->addWidget(m_selectAll);
    row->addWidget(m_run);
    connect(m_search, &QAbstractButton::clicked, this,
            [this] { m_content.search == Search::Running ? emit stopRequested() : emit goOnRequested(); });
    connect(m_selectAll, &QAbstractButton::clicked, this, &ListFooter::selectAllRequested);
    connect(m_run, &QAbstractButton::clicked, this,
            [this, &menu] { menu.popup(m_run->mapToGlobal(QPoint(0, -menu.sizeHint().height()))); });
    retranslate();
}

void ListFooter::setContent(const Content &content)
{
    if (std::exchange(m_content, content) != content)
        refresh();
}

QString ListFooter::text() const
{
    return m_chosen->text().isEmpty() ? m_shown->text() : m_shown->text() + u" · "_s + m_chosen->text();
}

void ListFooter::refresh()
{
    m_shown->setText(m_content.shown);
    const bool isChosen = m_content.chosen > 0 || m_content.allMatching;
    m_chosen->setText(m_content.allMatching ? tr("all that match are chosen")
                          : isChosen        ? tr("%n chosen", nullptr, m_content.chosen)
                                            : QString());
    m_search->setVisible(m_content.search != Search::None);
    m_search->setText(m_content.search == Search::Running ? tr("Stop") : tr("Go On"));
    m_selectAll->setVisible(m_content.rows > 0);
    m_run->setEnabled(isChosen);
    m_run->setToolTip(isChosen ? tr("Does the same to all that are chosen; it is shown before it is done.")
                               : tr("No message is chosen."));
}

void ListFooter::retranslate()
{
    m_selectAll->setText(tr("Select All"));
    m_selectAll->setToolTip(tr("Chooses all messages that match, also those that are not read yet"));
    m_run->setText(tr("Run on selection"));
    refresh();
}

} // namespace ui
