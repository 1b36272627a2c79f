// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/welcomecards.h"

#include "ui/welcome/choicerow.h"
#include "ui/welcome/schemecard.h"
#include "ui/welcome/tour.h"
#include "ui/widgets/optioncard.h"
#include "ui/widgets/switch.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

using Scheme = theme::Theme::Scheme;

constexpr int cardPadding = 24;
constexpr int handleHeight = 24; // room for the handle of the slider
constexpr int percentMin = 80;
constexpr int percentMax = 200;
constexpr int percentStep = 10;

/// A figure in a circle: filled for a card, an outline for a step of the tour.
class NumberMark final : public QWidget
{
public:
    NumberMark(const theme::Theme &theme, int number, bool filled) : m_theme(theme), m_number(number), m_filled(filled)
    {
        setFixedSize(filled ? QSize(28, 28) : QSize(24, 24));
        setAttribute(Qt::WA_TransparentForMouseEvents);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const theme::Tokens &tokens = m_theme.tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(m_filled ? QPen(Qt::NoPen) : QPen(tokens.edge));
        painter.setBrush(m_filled ? tokens.accentTint : tokens.panel);
        painter.drawEllipse(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
        painter.setPen(m_filled ? tokens.accent : tokens.muted);
        painter.setFont(m_theme.font(m_filled ? theme::TextSize::CardTitle : theme::TextSize::Small));
        painter.drawText(rect(), Qt::AlignCenter, QString::number(m_number));
    }

private:
    const theme::Theme &m_theme;
    int m_number;
    bool m_filled;
};

/// An icon that follows the theme.
class IconMark final : public QWidget
{
public:
    IconMark(const theme::Theme &theme, QString icon) : m_theme(theme), m_icon(std::move(icon))
    {
        setFixedSize(16, 16);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        theme::paintIcon(painter, rect(), m_icon, m_theme.tokens().neutralText);
    }

private:
    const theme::Theme &m_theme;
    QString m_icon;
};

QLabel *makeWrapped(theme::Tone tone)
{
    auto *label = new QLabel;
    label->setWordWrap(true);
    theme::setTone(*label, tone);
    return label;
}

void fill(QWidget &outer, QWidget *card)
{
    auto *column = new QVBoxLayout(&outer);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
}

} // namespace

// NumberedCard

NumberedCard::NumberedCard(const theme::Theme &theme, int number, QWidget *parent)
    : QFrame(parent)
    , m_title(new QLabel)
    , m_note(new QLabel)
    , m_body(new QVBoxLayout)
{
    setProperty("card", true);
    theme::setTextSize(*m_title, theme::TextSize::DialogTitle);
    m_title->setWordWrap(true);
    theme::setTextSize(*m_note, theme::TextSize::Small);
    theme::setTone(*m_note, theme::Tone::Muted);
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(new NumberMark(theme, number, true));
    head->addWidget(m_title, 1);
    head->addWidget(m_note);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(cardPadding, cardPadding - 4, cardPadding, cardPadding);
    column->setSpacing(14);
    column->addLayout(head);
    column->addLayout(m_body, 1);
    m_body->setSpacing(8);
}

void NumberedCard::setTitle(const QString &title)
{
    m_title->setText(title);
}

void NumberedCard::setNote(const QString &note)
{
    m_note->setText(note);
}

// LookCard

LookCard::LookCard(Settings &settings, const theme::Theme &theme, const QList<ViewGroup::LanguageChoice> &languages,
                   const QString &systemLanguage, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_theme(theme)
    , m_systemLanguage(systemLanguage)
    , m_card(new NumberedCard(theme, 1))
    , m_themeTitle(new QLabel)
    , m_sizeTitle(new QLabel)
    , m_textSize(new QSlider(Qt::Horizontal))
    , m_percent(new QLabel)
    , m_later(makeWrapped(theme::Tone::Muted))
{
    for (QLabel *title : {m_themeTitle, m_sizeTitle})
        theme::setTextSize(*title, theme::TextSize::CardTitle);
    theme::setTextSize(*m_later, theme::TextSize::Small);
    m_card->body()->addWidget(createLanguages(languages));
    m_card->body()->addSpacing(8);
    m_card->body()->addWidget(m_themeTitle);
    m_card->body()->addWidget(createSchemes());
    m_card->body()->addSpacing(8);
    m_card->body()->addWidget(m_sizeTitle);
    m_card->body()->addWidget(createTextSize());
    m_card->body()->addStretch(1);
    m_card->body()->addWidget(m_later);
    fill(*this, m_card);
    connectControls();
}

QWidget *LookCard::createLanguages(const QList<ViewGroup::LanguageChoice> &languages)
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    for (const ViewGroup::LanguageChoice &language : languages) {
        auto *row = new ChoiceRow(m_theme, language.name);
        row->setObjectName(u"language-"_s + language.code);
        m_languages.addButton(row, int(m_codes.size()));
        m_languageRows.append(row);
        m_codes.append(language.code);
        column->addWidget(row);
    }
    return box;
}

QWidget *LookCard::createSchemes()
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    for (const Scheme scheme : {Scheme::System, Scheme::Light, Scheme::Dark}) {
        auto *card = new SchemeCard(m_theme, scheme);
        card->setObjectName(u"scheme-%1"_s.arg(int(scheme)));
        m_schemes.addButton(card, int(scheme));
        row->addWidget(card);
    }
    return box;
}

QWidget *LookCard::createTextSize()
{
    m_textSize->setObjectName(u"welcomeTextSize"_s);
    m_textSize->setRange(percentMin / percentStep, percentMax / percentStep);
    m_textSize->setPageStep(1);
    m_textSize->setMinimumHeight(handleHeight);
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_textSize, 1);
    row->addWidget(m_percent);
    theme::setTone(*m_percent, theme::Tone::Muted);
    return box;
}

void LookCard::connectControls()
{
    connect(&m_languages, &QButtonGroup::idClicked, this, [this](int row) { m_settings.setLanguage(m_codes.at(row)); });
    connect(&m_schemes, &QButtonGroup::idClicked, this, [this](int scheme) { m_settings.setScheme(Scheme(scheme)); });
    connect(m_textSize, &QSlider::valueChanged, this,
            [this](int tens) { m_settings.setTextScale(tens * percentStep / 100.0); });
    connect(&m_settings, &Settings::schemeChanged, this, &LookCard::showValues);
    connect(&m_settings, &Settings::textScaleChanged, this, &LookCard::showValues);
    connect(&m_settings, &Settings::languageChanged, this, &LookCard::showValues);
}

void LookCard::showValues()
{
    const QString language = m_settings.language().isEmpty() ? m_systemLanguage : m_settings.language();
    const QSignalBlocker size(m_textSize);
    if (const qsizetype row = m_codes.indexOf(language); row >= 0)
        m_languageRows.at(row)->setChecked(true);
    m_schemes.button(int(m_settings.scheme()))->setChecked(true);
    const int percent = qRound(m_settings.textScale() * 100);
    m_textSize->setValue(percent / percentStep);
    m_percent->setText(tr("%1 %", "a text size in percent").arg(percent));
}

void LookCard::retranslate()
{
    m_card->setTitle(tr("Language and theme"));
    m_themeTitle->setText(tr("Theme"));
    m_sizeTitle->setText(tr("Text size"));
    m_textSize->setAccessibleName(tr("Text size"));
    m_later->setText(tr("Change any of this later under Settings."));
    for (qsizetype row = 0; row < m_codes.size(); ++row)
        m_languageRows.at(row)->setNote(m_codes.at(row) == m_systemLanguage ? tr("system language") : QString());
    m_schemes.button(int(Scheme::System))->setText(tr("System"));
    m_schemes.button(int(Scheme::Light))->setText(tr("Light"));
    m_schemes.button(int(Scheme::Dark))->setText(tr("Dark"));
    showValues();
}

// PlaceCard

PlaceCard::PlaceCard(const theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_card(new NumberedCard(theme, 2))
    , m_demo(addChoice(u"welcomeDemo"_s, u"accounts"_s))
    , m_own(addChoice(u"welcomeOwn"_s, u"database"_s))
    , m_passwords(makeWrapped(theme::Tone::Muted))
{
    m_demo->setChecked(true);
    m_card->body()->addSpacing(8);
    auto *note = new QHBoxLayout;
    note->setSpacing(10);
    note->addWidget(new IconMark(theme, u"lock"_s), 0, Qt::AlignTop);
    note->addWidget(m_passwords, 1);
    m_card->body()->addLayout(note);
    m_card->body()->addStretch(1);
    theme::setTextSize(*m_passwords, theme::TextSize::Small);
    fill(*this, m_card);
    connect(&m_group, &QButtonGroup::idClicked, this, &PlaceCard::chosen);
}

widgets::OptionCard *PlaceCard::addChoice(const QString &name, const QString &icon)
{
    auto *choice = new widgets::OptionCard(m_theme, icon, {}, {});
    choice->setObjectName(name);
    m_group.addButton(choice);
    m_card->body()->addWidget(choice);
    return choice;
}

bool PlaceCard::wantsOwnBanks() const
{
    return m_own->isChecked();
}

void PlaceCard::retranslate()
{
    m_card->setTitle(tr("Where the money is"));
    m_demo->setTexts(tr("Demo bank"),
                     tr("Two banks, two accounts each with 10,000.00. Runs in this window, no MySQL needed."));
    m_own->setTexts(tr("My own banks"),
                    tr("MySQL or MariaDB. Every step is tested, every table shown before it is made."));
    m_passwords->setText(tr("Passwords go to the system keychain. Nothing leaves this computer."));
}

// TourCard

TourCard::TourCard(const theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_card(new NumberedCard(theme, 3))
    , m_tour(new widgets::Switch(theme, {}))
{
    const QList<TourStep> steps = tourSteps();
    for (qsizetype i = 0; i < steps.size(); ++i)
        addStep(int(i) + 1, steps.at(i).icon, i == steps.size() - 1);
    m_tour->setObjectName(u"welcomeTour"_s);
    m_tour->setChecked(true);
    m_card->body()->addStretch(1);
    m_card->body()->addWidget(m_tour);
    fill(*this, m_card);
}

void TourCard::addStep(int number, const QString &icon, bool isLast)
{
    const Row row{new QLabel, makeWrapped(theme::Tone::Muted)};
    theme::setTextSize(*row.title, theme::TextSize::CardTitle);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(row.title);
    words->addWidget(row.text);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(0, 8, 0, 8);
    line->setSpacing(14);
    line->addWidget(new NumberMark(m_theme, number, false));
    line->addLayout(words, 1);
    line->addWidget(new IconMark(m_theme, icon));
    m_card->body()->addLayout(line);
    m_rows.append(row);
    if (isLast)
        return;
    auto *rule = new QFrame;
    rule->setProperty("line", true);
    rule->setFixedHeight(1);
    m_card->body()->addWidget(rule);
}

bool TourCard::wantsTour() const
{
    return m_tour->isChecked();
}

void TourCard::retranslate()
{
    const QList<TourStep> steps = tourSteps();
    m_card->setTitle(tr("Try this in order"));
    m_card->setNote(tr("60 seconds"));
    for (qsizetype i = 0; i < steps.size(); ++i) {
        m_rows.at(i).title->setText(steps.at(i).title);
        m_rows.at(i).text->setText(steps.at(i).text);
    }
    m_tour->setText(tr("Show the tour after the start"));
}

} // namespace ui
