// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingspage.h"

#include "ui/session/lookout.h"
#include "ui/session/session.h"
#include "ui/settings/alertgroup.h"
#include "ui/settings/enginegroup.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int gap = 16;
constexpr int widthMax = 1240; // lines that are longer lead the eye to the wrong control

} // namespace

SettingsPage::SettingsPage(Session &session, Settings &settings, theme::Theme &theme,
                           const QList<ViewGroup::LanguageChoice> &languages, QWidget *parent)
    : QWidget(parent)
    , m_view(new ViewGroup(settings, theme, languages))
    , m_engine(new EngineGroup(session, settings, theme))
    , m_alerts(new AlertGroup(session.lookout().alerts(), theme))
{
    setObjectName(u"settingsPage"_s);
    auto *content = new QWidget;
    content->setMaximumWidth(widthMax);
    auto *columns = new QHBoxLayout(content);
    columns->setContentsMargins(24, 20, 24, 20);
    columns->setSpacing(gap);
    auto *right = new QVBoxLayout;
    right->setSpacing(gap);
    right->addWidget(m_engine);
    right->addWidget(m_alerts);
    right->addStretch(1);
    columns->addWidget(m_view, 1, Qt::AlignTop);
    columns->addLayout(right, 1);
    auto *scroll = new QScrollArea;
    scroll->setObjectName(u"settingsScroll"_s);
    scroll->setFocusPolicy(Qt::NoFocus); // its controls are
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(scroll);
    connect(m_alerts, &AlertGroup::changeRequested, this, &SettingsPage::alertRulesRequested);
    retranslate();
}

void SettingsPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SettingsPage::retranslate()
{
    m_view->retranslate();
    m_engine->retranslate();
    m_alerts->retranslate();
    emit statusTextChanged(tr("Settings take effect at once, limits of the engine with Apply"));
}

} // namespace ui
