// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/alertrow.h"

#include "ui/overview/alertwords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/formatting.h"

#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int iconSize = 16;
constexpr int rowHeight = 36;

} // namespace

AlertRow::AlertRow(const theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icon(new QLabel)
    , m_title(new QLabel)
    , m_text(new widgets::ElidedLabel)
    , m_when(new widgets::ElidedLabel)
    , m_open(new widgets::Button(theme, widgets::Button::Kind::Link, {}))
    , m_acknowledge(new widgets::Button(theme, widgets::Button::Kind::Plain, {}))
{
    m_title->setTextFormat(Qt::PlainText);
    theme::setTextSize(*m_title, theme::TextSize::CardTitle);
    theme::setTone(*m_text, theme::Tone::Muted);
    theme::setTone(*m_when, theme::Tone::Muted);
    m_when->setNeverElided();
    m_open->setObjectName(u"openAlert"_s);
    m_open->setIconName(u"external"_s);
    m_acknowledge->setObjectName(u"acknowledge"_s);
    m_acknowledge->setIconName(u"check"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 2, 12, 2);
    row->setSpacing(8);
    row->addWidget(m_icon);
    row->addWidget(m_title);
    row->addWidget(m_text, 1);
    row->addWidget(m_when);
    row->addWidget(m_open);
    row->addWidget(m_acknowledge);
    setMinimumHeight(rowHeight);
    connect(&theme, &theme::Theme::changed, this, &AlertRow::refreshIcon);
    connect(m_open, &QAbstractButton::clicked, this, [this] { emit openWanted(m_alert.kind); });
    connect(m_acknowledge, &QAbstractButton::clicked, this, [this] { emit acknowledged(m_alert.kind); });
}

void AlertRow::show(const Alert &alert)
{
    m_alert = alert;
    const Alerts::Words words = alertWords(alert);
    m_title->setText(words.title);
    m_text->setText(words.text);
    m_when->setText(whenText());
    m_when->setToolTip(widgets::formatAbsolute(alert.raisedAt));
    m_open->setText(tr("Show"));
    m_open->setAccessibleName(tr("Show: %1").arg(words.title));
    m_open->setVisible(alert.kind != AlertKind::StoreAway);
    m_acknowledge->setText(alert.acknowledged ? tr("Acknowledged") : tr("Acknowledge"));
    m_acknowledge->setAccessibleName(tr("Acknowledge: %1").arg(words.title));
    m_acknowledge->setEnabled(!alert.acknowledged);
    m_acknowledge->setToolTip(alert.acknowledged ? tr("It stays here until it is over") : QString());
    setAccessibleName(words.title + u", "_s + words.text + u", "_s + whenText());
    refreshIcon();
}

QString AlertRow::whenText() const
{
    const QString raised = widgets::formatTimeOfDay(m_alert.raisedAt);
    if (m_alert.clearedAt)
        return tr("%1 – %2, over", "from when to when an alert held")
            .arg(raised, widgets::formatTimeOfDay(*m_alert.clearedAt));
    return tr("since %1").arg(raised);
}

/// Red is for what a person must see to; what is over or acknowledged is quiet.
void AlertRow::refreshIcon()
{
    const theme::Tokens &tokens = m_theme.tokens();
    const bool isOver = m_alert.clearedAt.has_value();
    const QColor color = isOver ? tokens.succeed.text : m_alert.acknowledged ? tokens.muted : tokens.failed.text;
    m_icon->setPixmap(theme::iconPixmap(isOver ? u"check"_s : u"warning"_s, color, iconSize, devicePixelRatioF()));
}

} // namespace ui
