// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/timelinebar.h"

#include "ui/diagram/sequencepanel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/switch.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace ui {

TimelineBar::TimelineBar(const theme::Theme &theme, diagram::SequencePanel &panel, QWidget *parent)
    : QWidget(parent)
    , m_panel(panel)
    , m_follow(new widgets::Switch(theme, {}))
    , m_asTable(new QToolButton)
    , m_save(new QToolButton)
    , m_menu(new QMenu(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 12, 6); // on one line with the words of the tabs
    row->setSpacing(6);
    row->addWidget(m_follow);
    row->addWidget(m_asTable);
    row->addWidget(m_save);
    m_follow->setObjectName(u"follow"_s);
    m_follow->setCheckable(true);
    m_follow->setChecked(panel.follow()->isChecked());
    m_asTable->setObjectName(u"asTable"_s);
    m_asTable->setDefaultAction(panel.asTable());
    m_asTable->setIconSize({14, 14});
    m_menu->addActions({panel.saveSvg(), panel.savePng(), panel.copyImage()});
    m_save->setObjectName(u"saveDiagram"_s);
    m_save->setIcon(theme.icon(u"download"_s));
    m_save->setIconSize({14, 14});
    m_save->setMenu(m_menu);
    m_save->setPopupMode(QToolButton::InstantPopup);
    connect(m_follow, &QAbstractButton::toggled, panel.follow(), &QAction::setChecked);
    connect(panel.follow(), &QAction::toggled, m_follow, &QAbstractButton::setChecked);
    retranslate();
}

void TimelineBar::setCompact(bool compact)
{
    m_compact = compact;
    const auto style = compact ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon;
    m_asTable->setToolButtonStyle(style);
    m_save->setToolButtonStyle(style);
    m_follow->setText(compact ? QString() : m_panel.follow()->text());
    m_follow->updateGeometry();
}

int TimelineBar::fullWidth() const
{
    const QFontMetrics metrics = fontMetrics();
    constexpr int iconsAndPaddings = 170; // switch, two icons, the paddings of two buttons, spacing
    return metrics.horizontalAdvance(m_panel.follow()->text() + m_asTable->text() + m_save->text()) + iconsAndPaddings;
}

void TimelineBar::retranslate()
{
    m_follow->setAccessibleName(m_panel.follow()->text());
    m_follow->setToolTip(m_panel.follow()->toolTip());
    m_asTable->setAccessibleName(m_panel.asTable()->text());
    //: a button with a menu: save or copy the diagram
    m_save->setText(tr("Save"));
    m_save->setToolTip(tr("Save the diagram as SVG or PNG, or copy it"));
    m_save->setAccessibleName(m_save->toolTip());
    setCompact(m_compact);
}

} // namespace ui
