// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"

#include "ui/theme/textsize.h"
#include "ui/widgets/elidedlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace widgets {
namespace {

constexpr int headerHeight = 40;
constexpr int padding = 16;

} // namespace

Card::Card(const QString &title, QWidget *parent)
    : QFrame(parent)
    , m_header(new QWidget(this))
    , m_title(new ElidedLabel({}, m_header))
    , m_subtitle(new QLabel(m_header))
    , m_actions(new QHBoxLayout)
    , m_body(new QVBoxLayout)
{
    setProperty("card", true);
    m_title->setNeverElided();
    theme::setTextSize(*m_title, theme::TextSize::CardTitle);
    theme::setTextSize(*m_subtitle, theme::TextSize::Small);
    theme::setTone(*m_subtitle, theme::Tone::Muted);

    m_header->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(m_header);
    row->setContentsMargins(padding, 0, 10, 0);
    row->addStrut(headerHeight); // not a minimum of its own, which would hold where the type is larger
    row->setSpacing(8);
    row->addWidget(m_title);
    row->addWidget(m_subtitle);
    row->addStretch(1);
    row->addLayout(m_actions);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1); // inside the border
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(m_body, 1);
    m_body->setSpacing(0);
    setTitle(title);
}

void Card::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
    showHeader();
}

void Card::setTitleElided(Qt::TextElideMode mode)
{
    m_title->setElideMode(mode);
    m_title->setNeverElided(mode == Qt::ElideNone);
}

void Card::setSubtitle(const QString &subtitle)
{
    m_subtitle->setText(subtitle);
    showHeader();
}

void Card::addHeaderWidget(QWidget *widget)
{
    m_actions->addWidget(widget);
    showHeader();
}

void Card::padBody()
{
    m_body->setContentsMargins(padding, m_header->isHidden() ? padding : 4, padding, padding);
}

void Card::showHeader()
{
    m_subtitle->setHidden(m_subtitle->text().isEmpty());
    m_header->setHidden(m_title->text().isEmpty() && m_actions->count() == 0);
}

} // namespace widgets
