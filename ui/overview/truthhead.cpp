// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/truthhead.h"

#include "ui/overview/truthbadge.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/segmented.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

const std::array<std::pair<FlowRange, QString>, 3> rangeIds{
    {{FlowRange::FiveMinutes, u"5min"_s}, {FlowRange::Hour, u"1h"_s}, {FlowRange::Day, u"24h"_s}}};

} // namespace

TruthHead::TruthHead(const theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_badge(new TruthBadge(theme))
    , m_sentence(new QLabel)
    , m_detail(new widgets::ElidedLabel)
    , m_needsYou(new widgets::Button(theme, widgets::Button::Kind::Danger, {}))
    , m_range(new widgets::Segmented(theme))
    , m_pause(new widgets::Button(theme, widgets::Button::Kind::Plain, {}))
{
    m_sentence->setObjectName(u"truth"_s);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    theme::setTextSize(*m_sentence, theme::TextSize::Truth);
    m_detail->setObjectName(u"truthDetail"_s);
    m_detail->setWordWrap();
    theme::setTone(*m_detail, theme::Tone::Muted);
    m_needsYou->setObjectName(u"needsYou"_s);
    m_needsYou->setIconName(u"warning"_s);
    m_needsYou->hide();
    m_range->setObjectName(u"range"_s);
    for (const auto &[range, id] : rangeIds)
        m_range->addOption(id, {});
    m_pause->setObjectName(u"pause"_s);
    m_pause->setKeyHint(QKeySequence(Qt::Key_Space));

    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_sentence);
    words->addWidget(m_detail);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_badge, 0, Qt::AlignVCenter);
    row->addLayout(words, 1);
    row->addWidget(m_needsYou);
    row->addWidget(m_range);
    row->addWidget(m_pause);
    connect(m_needsYou, &QAbstractButton::clicked, this, &TruthHead::stalledWanted);
    connect(m_range, &widgets::ChoiceGroup::currentChanged, this, &TruthHead::rangeChanged);
    connect(m_pause, &QAbstractButton::clicked, this, &TruthHead::pauseToggled);
}

void TruthHead::setTruth(const Truth &truth)
{
    m_badge->setTone(truth.tone);
    m_badge->setAccessibleName(truth.sentence);
    m_sentence->setText(truth.sentence);
    m_detail->setText(truth.detail);
}

void TruthHead::setNeedsYou(std::int64_t stalled)
{
    m_stalled = stalled;
    m_needsYou->setText(
        tr("%Ln message(s) need you", nullptr, int(std::min<std::int64_t>(stalled, std::numeric_limits<int>::max()))));
    m_needsYou->setVisible(stalled > 0);
}

void TruthHead::setPaused(bool paused)
{
    m_paused = paused;
    labelPause();
}

FlowRange TruthHead::range() const
{
    for (const auto &[range, id] : rangeIds) {
        if (id == m_range->current())
            return range;
    }
    return FlowRange::FiveMinutes;
}

void TruthHead::setRange(FlowRange range)
{
    for (const auto &[one, id] : rangeIds) {
        if (one == range)
            m_range->setCurrent(id);
    }
}

void TruthHead::labelPause()
{
    m_pause->setIconName(m_paused ? u"play"_s : u"pause"_s);
    m_pause->setText(m_paused ? tr("Resume") : tr("Pause"));
    m_pause->setToolTip(m_paused ? tr("Show what happens now") : tr("Hold figures and charts still; alerts go on"));
}

void TruthHead::retranslate()
{
    m_range->setAccessibleName(tr("How far back"));
    m_range->button(u"5min"_s)->setText(tr("5 min"));
    m_range->button(u"1h"_s)->setText(tr("1 h"));
    m_range->button(u"24h"_s)->setText(tr("24 h"));
    m_range->updateGeometry();
    m_needsYou->setToolTip(tr("Messages that failed too often in a row"));
    setNeedsYou(m_stalled);
    labelPause();
}

} // namespace ui
