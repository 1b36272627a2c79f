// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/tourstrip.h"

#include "ui/settings/settings.h"
#include "ui/welcome/tour.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"

#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int noStep = -1;
constexpr int iconSide = 16;

} // namespace

TourStrip::TourStrip(Settings &settings, const theme::Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_settings(settings)
    , m_theme(theme)
    , m_icon(new QLabel)
    , m_title(new QLabel)
    , m_text(new widgets::ElidedLabel)
    , m_count(new QLabel)
    , m_next(new widgets::Button(theme, widgets::Button::Kind::Primary, {}))
    , m_end(new widgets::IconButton(theme, u"close"_s, {}))
{
    setObjectName(u"tour"_s);
    setProperty("card", true);
    m_next->setObjectName(u"tourNext"_s);
    m_end->setObjectName(u"tourEnd"_s);
    m_end->setFlat(true);
    theme::setTextSize(*m_title, theme::TextSize::CardTitle);
    theme::setTone(*m_text, theme::Tone::Muted);
    theme::setTone(*m_count, theme::Tone::Muted);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 8, 8);
    row->setSpacing(10);
    row->addWidget(m_icon);
    row->addWidget(m_title);
    row->addWidget(m_text, 1);
    row->addWidget(m_count);
    row->addWidget(m_next);
    row->addWidget(m_end);
    connect(m_next, &QAbstractButton::clicked, this, [this] { go(m_settings.tourStep() + 1); });
    connect(m_end, &QAbstractButton::clicked, this, [this] { go(noStep); });
    connect(&m_theme, &theme::Theme::changed, this, &TourStrip::showStep);
    retranslate();
}

void TourStrip::begin()
{
    go(0);
}

/// A step beyond the last one ends the tour.
void TourStrip::go(int step)
{
    const QList<TourStep> steps = tourSteps();
    m_settings.setTourStep(step < steps.size() ? step : noStep);
    showStep();
    if (m_settings.tourStep() != noStep)
        emit pageRequested(steps.at(step).page);
}

void TourStrip::showStep()
{
    const QList<TourStep> steps = tourSteps();
    const int step = m_settings.tourStep();
    setVisible(step >= 0 && step < steps.size());
    if (isHidden())
        return;
    const bool isLast = step == steps.size() - 1;
    m_icon->setPixmap(theme::iconPixmap(steps.at(step).icon, m_theme.tokens().accent, iconSide, devicePixelRatioF()));
    m_title->setText(steps.at(step).title);
    m_text->setText(steps.at(step).text);
    m_count->setText(tr("%1 of %2").arg(step + 1).arg(steps.size()));
    m_next->setText(isLast ? tr("Done") : tr("Next"));
    setAccessibleName(tr("Tour: %1").arg(steps.at(step).title));
}

void TourStrip::retranslate()
{
    m_end->setToolTip(tr("End the tour"));
    m_end->setAccessibleName(tr("End the tour"));
    showStep();
}

} // namespace ui
