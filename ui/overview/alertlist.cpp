// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/alertlist.h"

#include "ui/overview/alertrow.h"
#include "ui/session/alerts.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/formatting.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

AlertList::AlertList(const theme::Theme &theme, Alerts &alerts, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_alerts(alerts)
    , m_card(new widgets::Card)
    , m_rules(new widgets::Button(theme, widgets::Button::Kind::Link, {}))
    , m_column(new QVBoxLayout)
{
    m_rules->setObjectName(u"alertRules"_s);
    m_rules->setIconName(u"settings"_s);
    m_card->addHeaderWidget(m_rules);
    m_card->body()->setContentsMargins(0, 0, 0, 6);
    m_card->body()->addLayout(m_column);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    connect(m_rules, &QAbstractButton::clicked, this, &AlertList::rulesWanted);
    connect(&alerts, &Alerts::changed, this, &AlertList::refresh);
}

/// Rows are kept and filled anew, so that a button in use stays where it is.
void AlertList::fitRows(qsizetype count)
{
    while (m_rows.size() > count)
        m_rows.takeLast()->deleteLater();
    while (m_rows.size() < count) {
        auto *row = new AlertRow(m_theme);
        connect(row, &AlertRow::openWanted, this, &AlertList::openWanted);
        connect(row, &AlertRow::acknowledged, this, [this](AlertKind kind) { m_alerts.acknowledge(kind); });
        m_column->addWidget(row);
        m_rows.append(row);
    }
}

void AlertList::refresh()
{
    const QList<Alert> alerts = m_alerts.alerts();
    fitRows(alerts.size());
    for (qsizetype i = 0; i < alerts.size(); ++i)
        m_rows.at(i)->show(alerts.at(i));
    QStringList problems{m_alerts.desktopProblem(), m_alerts.webhookProblem()};
    problems.removeAll(QString());
    m_card->setSubtitle(widgets::joinSentences(problems));
    setVisible(!alerts.isEmpty());
}

void AlertList::focusFirst()
{
    for (const AlertRow *row : std::as_const(m_rows)) {
        auto *button = row->findChild<QWidget *>(u"acknowledge"_s);
        if (button && button->isEnabled())
            return button->setFocus(Qt::ShortcutFocusReason);
    }
    m_rules->setFocus(Qt::ShortcutFocusReason);
}

void AlertList::retranslate()
{
    m_card->setTitle(tr("Alerts"));
    m_rules->setText(tr("Alert Rules…"));
    refresh();
}

} // namespace ui
