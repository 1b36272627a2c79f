// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/alertgroup.h"

#include "ui/session/alerts.h"
#include "ui/settings/settinggroup.h"
#include "ui/widgets/button.h"
#include "ui/widgets/formatting.h"

#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

AlertGroup::AlertGroup(Alerts &alerts, const theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_alerts(alerts)
    , m_group(new SettingGroup)
    , m_change(new widgets::Button(theme, widgets::Button::Kind::Plain, {}))
{
    m_change->setObjectName(u"changeAlertRules"_s);
    m_change->setIconName(u"bell"_s);
    m_group->addRow(m_change);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_group);
    connect(m_change, &QAbstractButton::clicked, this, &AlertGroup::changeRequested);
    connect(&m_alerts, &Alerts::rulesChanged, this, &AlertGroup::showRules);
    retranslate();
}

void AlertGroup::showRules()
{
    const AlertRules &rules = m_alerts.rules();
    QStringList sentences{tr("A prepared message older than %1.").arg(widgets::formatAge(rules.preparedMax)),
                          rules.stalledMax == 0 ? tr("Any stalled message.")
                                                : tr("More than %n stalled message(s).", nullptr, rules.stalledMax),
                          tr("Money missing, or a store that is away.")};
    QStringList ways;
    if (rules.desktop)
        ways << tr("a desktop notification");
    if (!rules.webhook.isEmpty())
        ways << tr("the webhook at %1").arg(QUrl(rules.webhook).host());
    sentences << (ways.isEmpty() ? tr("Told on the screen only.")
                                 : tr("Told by %1.").arg(ways.join(tr(", ", "between the ways of telling"))));
    m_group->setRowText(0, tr("A person is called for"), widgets::joinSentences(sentences));
}

void AlertGroup::retranslate()
{
    m_group->setTitle(tr("Alerts"));
    m_change->setText(tr("Change Rules…"));
    showRules();
    m_change->setAccessibleName(tr("Change the rules of alerts"));
}

} // namespace ui
