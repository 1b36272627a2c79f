// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/faultlab/storycard.h"

#include "ui/faultlab/scenarioactions.h"
#include "ui/faultlab/scenariowords.h"
#include "ui/faultlab/scenebar.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/switch.h"

#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int captionLines = 2;

using widgets::Button;
using Face = ScenarioEntry::Face;

QLabel *wrappedLabel(const QString &objectName, theme::TextSize size, int lines)
{
    auto *label = new QLabel;
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    theme::setTextSize(*label, size);
    label->ensurePolished();
    label->setMinimumHeight(label->fontMetrics().lineSpacing() * lines);
    return label;
}

} // namespace

StoryCard::StoryCard(ScenarioPlayer &player, ScenarioActions &actions, const theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_player(player)
    , m_theme(theme)
    , m_card(new widgets::Card)
    , m_place(new widgets::ElidedLabel)
    , m_caption(wrappedLabel(u"storyCaption"_s, theme::TextSize::DialogTitle, captionLines))
    , m_now(wrappedLabel(u"storyNow"_s, theme::TextSize::Body, 1))
    , m_bar(new SceneBar(theme))
    , m_quick(new widgets::Switch(theme, {}))
    , m_evidence(new Button(theme, Button::Kind::Link, {}))
    , m_happenings(new Button(theme, Button::Kind::Link, {}))
{
    m_place->setObjectName(u"storyPlace"_s);
    m_bar->setObjectName(u"storyBar"_s);
    theme::setTone(*m_place, theme::Tone::Muted);
    theme::setTone(*m_now, theme::Tone::Muted);
    m_card->padBody();
    QVBoxLayout *body = m_card->body();
    body->setSpacing(8);
    body->addWidget(createHead());
    body->addWidget(m_caption);
    body->addWidget(m_now);
    body->addWidget(m_bar);
    body->addWidget(createButtons(actions));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_card);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(&player, &ScenarioPlayer::currentChanged, this, &StoryCard::follow);
    connect(&player, &ScenarioPlayer::recorded, this, &StoryCard::follow);
    connect(&player, &ScenarioPlayer::playingChanged, this, &StoryCard::follow);
    connect(&player, &ScenarioPlayer::entryChanged, this, [this](int index) {
        if (index == m_player.current())
            follow();
    });
    connect(m_bar, &SceneBar::chosen, this, &StoryCard::showScene);
    connect(m_quick, &QAbstractButton::toggled, this, [this](bool quick) { m_player.setSlow(!quick); });
    connect(m_evidence, &QAbstractButton::clicked, this, &StoryCard::evidenceWanted);
    connect(m_happenings, &QAbstractButton::clicked, this, &StoryCard::happeningsWanted);
    retranslate();
}

/// Where it stands, and what there is to look into beside it: below, the row of buttons would grow too wide.
QWidget *StoryCard::createHead()
{
    m_evidence->setObjectName(u"storyEvidence"_s);
    m_evidence->setIconName(u"proof"_s);
    m_happenings->setObjectName(u"storyHappenings"_s);
    m_happenings->setIconName(u"external"_s);
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins({});
    row->setSpacing(8);
    row->addWidget(m_place, 1);
    row->addWidget(m_evidence);
    row->addWidget(m_happenings);
    return head;
}

QWidget *StoryCard::createButtons(ScenarioActions &actions)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(8);
    const auto add = [&](Button::Kind kind, QAction *action, const QString &name) {
        auto *button = new Button(m_theme, kind, {});
        button->setObjectName(name);
        button->setAction(action);
        layout->addWidget(button);
    };
    add(Button::Kind::Primary, actions.run(), u"storyRun"_s);
    add(Button::Kind::Plain, actions.scene(), u"storyStep"_s);
    add(Button::Kind::Plain, actions.stop(), u"storyStop"_s);
    m_quick->setObjectName(u"storyQuick"_s);
    m_quick->setCheckable(true);
    m_quick->setChecked(!m_player.isSlow());
    layout->addStretch(1);
    layout->addWidget(m_quick);
    return row;
}

/// A caption keeps all its lines, however little room the others leave.
void StoryCard::fitCaption()
{
    const int least = m_caption->fontMetrics().lineSpacing() * captionLines;
    m_caption->setMinimumHeight(qMax(least, m_caption->heightForWidth(m_caption->width())));
}

void StoryCard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitCaption();
}

const ScenarioEntry &StoryCard::entry() const
{
    return m_player.currentEntry();
}

/// Reads on with the story, and stays at what was chosen to be read once it is over.
void StoryCard::follow()
{
    if (entry().isActive() || m_shown > entry().scene())
        m_shown = entry().scene();
    if (!entry().hasEnded() && !entry().isActive())
        m_shown = -1;
    showCurrent();
}

void StoryCard::showScene(int scene)
{
    m_shown = scene;
    showCurrent();
}

void StoryCard::showCurrent()
{
    const int shown = entry().hasEnded() && m_shown < 0 ? entry().scene() : m_shown;
    const QString place = shown < 0 ? tr("%n step(s)", nullptr, entry().scenes())
                                    : tr("step %1 of %2").arg(shown + 1).arg(entry().scenes());
    m_place->setText(tr("%1 · %2", "title of a scenario, how far it is").arg(ScenarioWords::title(entry()), place));
    m_caption->setText(ScenarioWords::caption(entry(), shown));
    fitCaption();
    m_now->setText(ScenarioWords::now(entry()));
    theme::setTone(*m_now,
                   entry().face == Face::Holds        ? theme::Tone::Good
                       : entry().face == Face::Broken ? theme::Tone::Bad
                                                      : theme::Tone::Muted);
    QStringList captions;
    for (int scene = 0; scene < entry().scenes(); ++scene)
        captions.append(ScenarioWords::caption(entry(), scene));
    m_bar->setScenes(captions, entry().scene(), entry().hasEnded(), entry().face == Face::Broken);
    m_bar->setShown(shown);
    m_evidence->setVisible(entry().hasEnded() && !entry().outcome.findings.isEmpty());
    m_happenings->setVisible(!entry().recording.moments.isEmpty());
    m_quick->setEnabled(!m_player.isPlaying());
}

void StoryCard::retranslate()
{
    m_quick->setText(tr("35 s waits take 3 s"));
    m_quick->setToolTip(
        tr("The transfers of a scenario carry time-outs of a few seconds, as any sender may give them, in place of the "
           "usual 35 s until a checkback and 10 s until a retry. No clock is changed. Off: everything lasts up to ten "
           "times as long."));
    m_evidence->setText(tr("Evidence"));
    m_happenings->setText(tr("Show what happened"));
    m_now->setAccessibleName(tr("What is happening"));
    m_caption->setAccessibleName(tr("Caption"));
    showCurrent();
}

} // namespace ui
