// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/healthlabel.h"

#include "ui/theme/theme.h"
#include "ui/widgets/corewords.h"
#include "ui/widgets/elidedlabel.h"

#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr double dotSize = 9;
constexpr int dotSpace = 20;

} // namespace

HealthLabel::HealthLabel(const theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_word(new QLabel)
    , m_detail(new widgets::ElidedLabel)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(dotSpace, 0, 0, 0);
    column->setSpacing(0);
    column->addStretch();
    column->addWidget(m_word);
    column->addWidget(m_detail);
    column->addStretch();
    m_word->setObjectName(u"healthWord"_s);
    theme::setTextSize(*m_word, theme::TextSize::CardTitle);
    theme::setTextSize(*m_detail, theme::TextSize::Small);
    theme::setTone(*m_detail, theme::Tone::Muted);
    m_detail->setNeverElided();
    connect(&m_theme, &theme::Theme::changed, this, qOverload<>(&QWidget::update));
    retranslate();
}

QString HealthLabel::word(core::engine::Health::State state)
{
    switch (state) {
    case core::engine::Health::State::Running:
        return tr("Running");
    case core::engine::Health::State::StoreAway:
        return tr("Store away");
    case core::engine::Health::State::Draining:
        return tr("Stopping");
    case core::engine::Health::State::Stopped:
        return tr("Stopped");
    }
    return {};
}

void HealthLabel::setHealth(const core::engine::Health &health)
{
    m_health = health;
    retranslate();
}

void HealthLabel::retranslate()
{
    m_word->setText(word(m_health.state));
    const QString commit = m_health.commitMs > 0 ? QLocale().toString(m_health.commitMs, 'f', 1) : u"–"_s;
    const bool isRunning = m_health.state == core::engine::Health::State::Running;
    m_detail->setText(isRunning ? tr("%n coordinator(s) · commit %1 ms", nullptr, 1).arg(commit)
                                : tr("nothing is written"));
    setAccessibleName(m_word->text() + u", "_s + m_detail->text());
    setToolTip(widgets::coreWords(m_health.detail));
    update();
}

QColor HealthLabel::dotColor() const
{
    const theme::Tokens &tokens = m_theme.tokens();
    switch (m_health.state) {
    case core::engine::Health::State::Running:
        return tokens.succeed.chart;
    case core::engine::Health::State::StoreAway:
        return tokens.failed.chart;
    case core::engine::Health::State::Draining:
        return tokens.prepared.chart;
    case core::engine::Health::State::Stopped:
        return tokens.edge;
    }
    return tokens.edge;
}

void HealthLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(dotColor());
    const double center = m_word->geometry().center().y() + 0.5;
    painter.drawEllipse(QRectF(2, center - dotSize / 2, dotSize, dotSize));
}

} // namespace ui
