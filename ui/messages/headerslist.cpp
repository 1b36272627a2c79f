// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/headerslist.h"

#include "ui/messages/maskedcontent.h"
#include "ui/theme/theme.h"
#include "ui/widgets/switch.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

HeadersList::HeadersList(const theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel)
    , m_text(new QLabel)
    , m_reveal(new widgets::Switch(theme, {}))
{
    auto *row = new QHBoxLayout;
    row->addWidget(m_title);
    row->addStretch();
    row->addWidget(m_reveal);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_text);
    theme::setTextSize(*m_title, theme::TextSize::Small);
    theme::setTone(*m_title, theme::Tone::Muted);
    m_text->setObjectName(u"headers"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_reveal->setObjectName(u"revealHeaders"_s);
    m_reveal->setCheckable(true);
    const auto useMono = [this, &theme] { m_text->setFont(theme.mono()); };
    connect(&theme, &theme::Theme::changed, this, useMono);
    connect(m_reveal, &QAbstractButton::toggled, this, &HeadersList::refresh);
    useMono();
    retranslate();
}

void HeadersList::setHeaders(const QList<core::message::BranchHeader> &headers)
{
    m_headers = headers;
    m_reveal->setChecked(false);
    refresh();
}

void HeadersList::refresh()
{
    setVisible(!m_headers.isEmpty());
    QStringList lines;
    for (const core::message::BranchHeader &header : m_headers) {
        const QByteArray value = m_reveal->isChecked() ? header.value : QByteArray(maskedValue);
        lines << u"%1: %2"_s.arg(QString::fromUtf8(header.name), QString::fromUtf8(value));
    }
    m_text->setText(lines.join(u'\n'));
}

void HeadersList::retranslate()
{
    m_title->setText(tr("Headers of each call"));
    m_text->setAccessibleName(m_title->text());
    m_reveal->setText(tr("Show values"));
    m_reveal->setAccessibleName(m_reveal->text());
}

} // namespace ui
