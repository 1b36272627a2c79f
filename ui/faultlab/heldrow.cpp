// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/faultlab/heldrow.h"

#include "ui/widgets/elidedlabel.h"

#include <QBoxLayout>
#include <QEvent>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int heldGap = 8;

} // namespace

HeldRow::HeldRow(QWidget *parent)
    : QWidget(parent)
    , m_words(new widgets::ElidedLabel)
    , m_ways(new QWidget)
    , m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    setObjectName(u"heldRow"_s);
    m_words->setObjectName(u"heldWords"_s);
    m_words->setWordWrap();
    auto *ways = new QHBoxLayout(m_ways);
    ways->setContentsMargins(0, 0, 0, 0);
    ways->setSpacing(heldGap);
    ways->addStretch();
    m_layout->setContentsMargins(0, 4, 0, 4);
    m_layout->setSpacing(heldGap);
    m_layout->addWidget(m_words, 1);
    m_layout->addWidget(m_ways);
}

void HeldRow::addWay(QWidget &button)
{
    m_ways->layout()->addWidget(&button);
    arrange();
}

void HeldRow::setWords(const QString &words, const QString &toolTip)
{
    m_words->setText(words);
    m_words->setToolTip(toolTip);
    arrange();
}

bool HeldRow::event(QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest) // other words, another type size
        arrange();
    return QWidget::event(event);
}

void HeldRow::arrange()
{
    const int needed = m_words->sizeHint().width() + heldGap + m_ways->sizeHint().width();
    m_layout->setDirection(needed <= width() ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

} // namespace ui
