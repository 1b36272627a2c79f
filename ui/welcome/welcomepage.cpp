// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/welcomepage.h"

#include "ui/welcome/welcomecards.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowstrip.h"

#include <QDir>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int contentWidth = 1216;
constexpr int logoSide = 64;
constexpr int gap = 24;
constexpr int storyWidth = 400;

QLabel *makeLogo(const theme::Theme &theme)
{
    auto *logo = new QLabel;
    const auto dress = [logo, &theme] {
        logo->setPixmap(theme::iconPixmap(u"logo"_s, theme.tokens().accentFill, logoSide, logo->devicePixelRatioF()));
    };
    QObject::connect(&theme, &theme::Theme::changed, logo, dress);
    dress();
    return logo;
}

} // namespace

WelcomePage::WelcomePage(Settings &settings, const theme::Theme &theme, const QString &dataDir,
                         const QList<ViewGroup::LanguageChoice> &languages, const QString &systemLanguage,
                         QWidget *parent)
    : QWidget(parent)
    , m_dataDir(dataDir)
    , m_title(new QLabel)
    , m_subtitle(new QLabel)
    , m_story(new widgets::FlowStrip(theme))
    , m_look(new LookCard(settings, theme, languages, systemLanguage))
    , m_place(new PlaceCard(theme))
    , m_tour(new TourCard(theme))
    , m_folder(new QLabel)
    , m_skip(new widgets::Button(theme, widgets::Button::Kind::Plain, {}))
    , m_start(new widgets::Button(theme, widgets::Button::Kind::Primary, {}))
{
    setObjectName(u"welcomePage"_s);
    auto *cards = new QHBoxLayout;
    cards->setSpacing(gap);
    for (QWidget *card :
         {static_cast<QWidget *>(m_look), static_cast<QWidget *>(m_place), static_cast<QWidget *>(m_tour)})
        cards->addWidget(card, 1);
    auto *content = new QWidget;
    content->setMaximumWidth(contentWidth);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap + 8);
    column->addStretch(1);
    column->addWidget(createHead(theme));
    column->addLayout(cards);
    column->addWidget(createFoot());
    column->addStretch(1);
    auto *middle = new QWidget;
    auto *row = new QHBoxLayout(middle);
    row->setContentsMargins(0, 0, 0, 0);
    row->addStretch(1);
    row->addWidget(content, 1000);
    row->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(middle);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    middle->setAutoFillBackground(false);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    connect(m_place, &PlaceCard::chosen, this, &WelcomePage::showStart);
    connect(m_skip, &QAbstractButton::clicked, this, [this] { emit started(false, false); });
    connect(m_start, &QAbstractButton::clicked, this,
            [this] { emit started(m_place->wantsOwnBanks(), m_tour->wantsTour()); });
    retranslate();
}

QWidget *WelcomePage::createHead(const theme::Theme &theme)
{
    theme::setTextSize(*m_title, theme::TextSize::PresentLarge);
    theme::setTone(*m_subtitle, theme::Tone::Muted);
    m_subtitle->setWordWrap(true);
    m_story->setMaximumWidth(storyWidth);
    m_title->setWordWrap(true);
    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(m_title);
    words->addWidget(m_subtitle);
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap);
    row->addWidget(makeLogo(theme));
    row->addLayout(words, 1);
    row->addWidget(m_story);
    return head;
}

QWidget *WelcomePage::createFoot()
{
    m_skip->setObjectName(u"welcomeSkip"_s);
    m_start->setObjectName(u"welcomeStart"_s);
    m_start->setIconName(u"play"_s);
    m_start->setKeyHint(QKeySequence(Qt::Key_Return));
    m_start->setDefault(true);
    m_start->setAutoDefault(true);
    theme::setTone(*m_folder, theme::Tone::Muted);
    m_folder->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *foot = new QWidget;
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_folder, 1);
    row->addWidget(m_skip);
    row->addWidget(m_start);
    return foot;
}

void WelcomePage::focusStart()
{
    m_start->setFocus(Qt::OtherFocusReason);
}

void WelcomePage::showStart()
{
    m_start->setText(m_place->wantsOwnBanks() ? tr("Connect my banks") : tr("Start with the demo bank"));
}

void WelcomePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void WelcomePage::retranslate()
{
    using Kind = widgets::FlowStrip::Kind;
    m_title->setText(tr("Welcome to Checkback"));
    m_subtitle->setText(tr("Watch money move between banks, interrupt it, and see that nothing is lost."));
    m_story->setFlow({{Kind::Step, tr("Bank A")}, {Kind::Flight, tr("30.00 in flight")}, {Kind::Step, tr("Bank B")}});
    m_folder->setText(tr("Data folder: %1").arg(QDir::toNativeSeparators(m_dataDir)));
    m_skip->setText(tr("Skip"));
    m_look->retranslate();
    m_place->retranslate();
    m_tour->retranslate();
    showStart();
}

} // namespace ui
