// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/alertrulesdialog.h"

#include "ui/session/webhook.h"
#include "ui/theme/textsize.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dialogparts.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int secondsMax = 7 * 24 * 3600;
constexpr int stalledMax = 1'000'000;
constexpr int fieldWidth = 360;

} // namespace

AlertRulesDialog::AlertRulesDialog(const theme::Theme &theme, const AlertRules &rules, QWidget *parent)
    : QDialog(parent)
    , m_prepared(new QSpinBox)
    , m_stalled(new QSpinBox)
    , m_desktop(new QCheckBox(tr("Show a notification on the desktop")))
    , m_webhook(new QLineEdit)
    , m_problem(new QLabel)
{
    setObjectName(u"alertRulesDialog"_s);
    setWindowTitle(tr("Alert Rules"));
    m_prepared->setObjectName(u"preparedMax"_s);
    m_prepared->setRange(1, secondsMax);
    m_prepared->setSuffix(tr(" s", "seconds, behind a number"));
    m_stalled->setObjectName(u"stalledMax"_s);
    m_stalled->setRange(0, stalledMax);
    m_desktop->setObjectName(u"desktop"_s);
    m_webhook->setObjectName(u"webhook"_s);
    m_webhook->setMinimumWidth(fieldWidth);
    m_webhook->setPlaceholderText(u"https://"_s);
    m_problem->setObjectName(u"webhookProblem"_s);
    m_problem->setWordWrap(true);
    theme::setTextSize(*m_problem, theme::TextSize::Small);
    auto *cancel = new widgets::Button(theme, widgets::Button::Kind::Plain, tr("Cancel"));
    m_save = new widgets::Button(theme, widgets::Button::Kind::Primary, tr("Save"));
    m_save->setDefault(true);

    auto *form = new QGridLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(12);
    form->setColumnStretch(1, 1);
    addRow(*form, tr("A message is prepared for longer than"), m_prepared);
    addRow(*form, tr("More messages are stalled than"), m_stalled);
    addRow(*form, tr("Money is missing, or the store is away"), new QLabel(tr("always")));
    addRow(*form, {}, m_desktop);
    addRow(*form, tr("Post each alert as JSON to"), m_webhook);
    addRow(*form, {}, m_problem);
    auto *column = widgets::dialogColumn(*this, windowTitle());
    column->addLayout(form);
    column->addStretch(1);
    column->addWidget(widgets::dialogButtons(*this, *cancel, *m_save));
    connect(m_webhook, &QLineEdit::textChanged, this, &AlertRulesDialog::checkWebhook);
    fill(rules);
}

/// In the middle of its row, whatever the heights of the fields are.
void AlertRulesDialog::addRow(QGridLayout &form, const QString &text, QWidget *field)
{
    const int row = form.rowCount();
    auto *label = new QLabel(text);
    label->setBuddy(field);
    if (!text.isEmpty() && field->focusPolicy() != Qt::NoFocus)
        field->setAccessibleName(text);
    form.addWidget(label, row, 0, Qt::AlignVCenter);
    form.addWidget(field, row, 1);
}

void AlertRulesDialog::fill(const AlertRules &rules)
{
    m_prepared->setValue(int(std::clamp<std::int64_t>(rules.preparedMax.count(), 1, secondsMax)));
    m_stalled->setValue(rules.stalledMax);
    m_desktop->setChecked(rules.desktop);
    m_webhook->setText(rules.webhook);
    checkWebhook();
}

void AlertRulesDialog::checkWebhook()
{
    const QString url = m_webhook->text().trimmed();
    const bool isGood = url.isEmpty() || Webhook::isUsable(url);
    m_save->setEnabled(isGood);
    theme::setTone(*m_problem, isGood ? theme::Tone::Muted : theme::Tone::Bad);
    m_problem->setText(isGood ? tr("Empty: nothing is posted. Each alert is tried four times.")
                              : tr("A whole http or https address without user name, such as "
                                   "https://hooks.example/alerts."));
}

AlertRules AlertRulesDialog::rules() const
{
    return {.preparedMax = core::seconds(m_prepared->value()),
            .stalledMax = m_stalled->value(),
            .desktop = m_desktop->isChecked(),
            .webhook = m_webhook->text().trimmed()};
}

std::optional<AlertRules> AlertRulesDialog::ask(const theme::Theme &theme, const AlertRules &rules, QWidget *parent)
{
    AlertRulesDialog dialog(theme, rules, parent);
    return dialog.exec() == QDialog::Accepted ? std::optional(dialog.rules()) : std::nullopt;
}

} // namespace ui
