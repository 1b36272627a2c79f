// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/detailhead.h"

#include "ui/messages/route.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/shownstate.h"
#include "ui/widgets/statechip.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

DetailHead::DetailHead(const theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_chip(new widgets::StateChip(theme))
    , m_gid(new widgets::ElidedLabel)
    , m_copy(new widgets::IconButton(theme, u"copy"_s, {}))
    , m_amount(new QLabel)
    , m_ends(new QLabel)
    , m_close(new widgets::IconButton(theme, u"close"_s, {}))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_gid->setObjectName(u"gid"_s);
    m_gid->setElideMode(Qt::ElideLeft);
    m_copy->setObjectName(u"copyGid"_s);
    m_copy->setFlat(true);
    m_close->setObjectName(u"closeDetail"_s);
    m_close->setFlat(true);
    m_amount->setObjectName(u"detailAmount"_s);
    m_amount->setTextFormat(Qt::PlainText);
    m_amount->setProperty("emphasis", true);
    m_ends->setTextFormat(Qt::PlainText);
    theme::setTone(*m_ends, theme::Tone::Muted);
    row->addWidget(m_chip);
    row->addWidget(m_gid);
    row->addWidget(m_copy);
    row->addStretch(1);
    row->addWidget(m_amount);
    row->addWidget(m_ends);
    row->addWidget(m_close);
    connect(m_copy, &QAbstractButton::clicked, this, &DetailHead::copyGid);
    connect(m_close, &QAbstractButton::clicked, this, &DetailHead::closeRequested);
    connect(&theme, &theme::Theme::changed, this, &DetailHead::dressGid);
    dressGid();
    retranslate();
}

/// A gid says nothing to people who look on.
void DetailHead::dressGid()
{
    QFont font = m_theme.mono();
    font.setWeight(QFont::DemiBold);
    m_gid->setFont(font);
    m_gid->setHidden(m_theme.isPresenting());
    m_copy->setHidden(m_theme.isPresenting());
}

void DetailHead::show(const core::message::Message &message, const QList<PayloadFields> &pairs)
{
    m_chip->setState(widgets::shownState(message));
    m_gid->setText(message.gid.toString());
    const auto &steps = message.content->steps;
    const Route route = steps.isEmpty() ? Route() : routeOf(steps.first().action, steps.first().payload, pairs);
    m_amount->setText(route.amount ? widgets::formatMoney(*route.amount) : route.amountText);
    m_ends->setText(route.ends());
    m_ends->setVisible(!route.ends().isEmpty());
}

void DetailHead::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

void DetailHead::copyGid()
{
    QGuiApplication::clipboard()->setText(m_gid->text());
    emit gidCopied();
}

void DetailHead::retranslate()
{
    m_copy->setToolTip(tr("Copy the gid"));
    m_copy->setAccessibleName(m_copy->toolTip());
    m_close->setToolTip(tr("Close (Esc)"));
    m_close->setAccessibleName(m_close->toolTip());
    m_gid->setAccessibleName(tr("Message"));
}

} // namespace ui
