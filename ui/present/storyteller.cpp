// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/present/storyteller.h"

#include "ui/moments/recordingmoments.h"
#include "ui/present/storyscenes.h"
#include "ui/session/scenarioplayer.h"
#include "ui/widgets/corewords.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace ui {
namespace {

constexpr auto gatherTime = 50ms;

} // namespace

StoryTeller::StoryTeller(ScenarioPlayer &player, QObject *parent) : QObject(parent), m_player(player)
{
    m_reading.setSingleShot(true);
    m_gather.setSingleShot(true);
    m_gather.setInterval(gatherTime);
    connect(&m_reading, &QTimer::timeout, this, &StoryTeller::takeRead);
    connect(&m_gather, &QTimer::timeout, this, &StoryTeller::readOn);
    connect(&player, &ScenarioPlayer::recorded, this, [this] {
        if (isTelling() && !m_gather.isActive())
            m_gather.start();
    });
    connect(&player, &ScenarioPlayer::playingChanged, this, &StoryTeller::takePlaying);
    connect(&player, &ScenarioPlayer::entryChanged, this, &StoryTeller::takeEntry);
    connect(&player, &ScenarioPlayer::began, this, [this] {
        if (isTelling() && !std::exchange(m_isOurs, false))
            forget(); // somebody plays something else, or the same anew
    });
}

void StoryTeller::begin(int index)
{
    if (isTelling() && m_player.isPlaying()) {
        m_wanted = index;
        return m_player.stop();
    }
    if (m_player.isPlaying() || !m_player.whyNot().isEmpty() || index < 0 || index >= m_player.entries().size())
        return;
    m_player.choose(index);
    m_index = index;
    m_slides.clear();
    m_shown = 0;
    m_wasRead = false;
    m_isPlaying = true;
    m_isOurs = true;
    m_player.playScene();
    emit changed();
}

void StoryTeller::end()
{
    if (!isTelling())
        return;
    const bool isActive = m_player.entries().at(m_index).isActive();
    forget();
    if (isActive)
        m_player.stop();
}

void StoryTeller::forget()
{
    m_index = -1;
    m_wanted = -1;
    m_slides.clear();
    m_isPlaying = false;
    m_reading.stop();
    m_gather.stop();
    emit changed();
}

std::optional<StorySlide> StoryTeller::slide() const
{
    return m_slides.isEmpty() ? std::nullopt : std::optional(m_slides.at(m_shown));
}

QString StoryTeller::title() const
{
    return isTelling() ? inScreenLanguage(m_player.entries().at(m_index).scenario.title) : QString();
}

QString StoryTeller::problem() const
{
    if (!isTelling())
        return {};
    const ScenarioEntry &entry = m_player.entries().at(m_index);
    return widgets::coreWordsAtEnd(entry.outcome.problem, entry.foundInstead());
}

bool StoryTeller::isOver() const
{
    return isTelling() && m_player.entries().at(m_index).hasEnded();
}

/// A run that has been paused is gone on with once all that it brought has become slides.
bool StoryTeller::canGoOn() const
{
    if (!isTelling() || m_slides.isEmpty())
        return false;
    return m_shown + 1 < m_slides.size() || (m_player.isPaused() && !m_gather.isActive() && !isOver());
}

void StoryTeller::back()
{
    m_isPlaying = false;
    show(m_shown - 1);
}

void StoryTeller::next()
{
    if (m_shown + 1 < m_slides.size())
        return show(m_shown + 1);
    if (canGoOn())
        m_player.playScene();
}

/// Told to its end, it is told from its first slide again; the run itself is not repeated.
void StoryTeller::setPlaying(bool on)
{
    m_isPlaying = on;
    show(on && isOver() && !canGoOn() ? 0 : m_shown);
}

void StoryTeller::takeRead()
{
    m_wasRead = true;
    next();
}

void StoryTeller::takePlaying()
{
    if (m_wanted >= 0 && !m_player.isPlaying())
        return begin(std::exchange(m_wanted, -1));
    takeEntry(m_player.current());
}

void StoryTeller::takeEntry(int index)
{
    if (isTelling() && index == m_index)
        m_gather.start();
}

/// The run has come further: what is shown stays until it was read, what is told meanwhile follows.
void StoryTeller::readOn()
{
    if (!isTelling())
        return;
    const bool wasAtEnd = m_shown + 1 >= m_slides.size();
    const qsizetype before = m_slides.size();
    m_slides = slidesOf(momentsOf(m_player.entries().at(m_index).recording));
    const bool isNext = wasAtEnd && before > 0 && m_slides.size() > before;
    show(isNext ? m_shown + 1 : m_shown);
    if (m_wasRead && m_isPlaying)
        next();
}

void StoryTeller::show(int slide)
{
    const int before = std::exchange(m_shown, std::clamp(slide, 0, std::max(0, int(m_slides.size()) - 1)));
    const bool isNew = before != m_shown;
    m_wasRead = m_wasRead && !isNew;
    if (isOver() && !canGoOn())
        m_isPlaying = false;
    if (!m_isPlaying || m_slides.isEmpty())
        m_reading.stop();
    else if (isNew || (!m_reading.isActive() && !m_wasRead))
        m_reading.start(readingTime(m_slides.at(m_shown)));
    emit changed();
}

} // namespace ui
