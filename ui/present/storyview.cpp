// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/present/storyview.h"

#include "ui/present/moneyflow.h"
#include "ui/present/slidefont.h"
#include "ui/present/stepbar.h"
#include "ui/present/sumline.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int gap = 24;
constexpr int lowGap = 12;
constexpr int lowHeight = 680; ///< below it the words need the room of the gaps

} // namespace

StoryView::StoryView(const theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new QLabel)
    , m_steps(new StepBar(theme))
    , m_flow(new MoneyFlow(theme))
    , m_headline(new QLabel)
    , m_explanation(new QLabel)
    , m_sum(new SumLine(theme))
{
    for (QLabel *label : {m_title, m_headline, m_explanation}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_title->setObjectName(u"slideTitle"_s);
    m_headline->setObjectName(u"slideHeadline"_s);
    m_explanation->setObjectName(u"slideExplanation"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(48, gap, 48, gap);
    column->setSpacing(gap);
    column->addWidget(createHead());
    column->addWidget(m_steps);
    column->addWidget(m_flow, 1);
    column->addWidget(createSentence());
    column->addWidget(m_sum);
    connect(&theme, &theme::Theme::changed, this, &StoryView::setSizes);
    setSizes();
}

QWidget *StoryView::createHead()
{
    auto *head = new QWidget;
    m_buttons = new QHBoxLayout(head);
    m_buttons->setContentsMargins(0, 0, 0, 0);
    m_buttons->setSpacing(12);
    m_buttons->addWidget(m_title, 1);
    return head;
}

QWidget *StoryView::createSentence()
{
    theme::setTone(*m_explanation, theme::Tone::Muted);
    auto *card = new QFrame;
    card->setProperty("card", u"present"_s);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(32, 20, 32, 20);
    column->setSpacing(6);
    column->addWidget(m_headline);
    column->addWidget(m_explanation);
    return card;
}

void StoryView::setSizes()
{
    theme::setTextSize(*m_title, slideSize(m_theme, SlideText::Title));
    theme::setTextSize(*m_headline, slideSize(m_theme, SlideText::Headline));
    theme::setTextSize(*m_explanation, slideSize(m_theme, SlideText::Body));
}

void StoryView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int now = height() < lowHeight ? lowGap : gap;
    layout()->setSpacing(now);
    layout()->setContentsMargins(48, now, 48, now);
}

void StoryView::addButton(QWidget *button)
{
    m_buttons->addWidget(button);
}

void StoryView::show(const StorySlide &slide)
{
    m_slide = slide;
    m_title->setText(slide.title);
    m_steps->setSteps(slide.steps, slide.stepsDone);
    m_flow->show(slide.flow);
    m_headline->setText(slide.headline);
    m_explanation->setText(slide.explanation);
    m_explanation->setVisible(!slide.explanation.isEmpty());
    m_sum->show(slide);
}

} // namespace ui
