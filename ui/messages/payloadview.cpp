// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/payloadview.h"

#include "ui/messages/findbar.h"
#include "ui/messages/headerslist.h"
#include "ui/theme/theme.h"
#include "ui/widgets/jsonview.h"

#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

PayloadView::PayloadView(const theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_steps(new QComboBox)
    , m_json(new widgets::JsonView(theme))
    , m_find(new FindBar(theme, *m_json))
    , m_headers(new HeadersList(theme))
    , m_checkback(new QLabel)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(8);
    m_steps->setObjectName(u"steps"_s);
    m_steps->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_json->setObjectName(u"payload"_s);
    m_checkback->setTextFormat(Qt::PlainText);
    m_checkback->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_checkback->setWordWrap(true);
    theme::setTextSize(*m_checkback, theme::TextSize::Small);
    theme::setTone(*m_checkback, theme::Tone::Muted);
    column->addWidget(m_steps);
    column->addWidget(m_find);
    column->addWidget(m_json, 1);
    column->addWidget(m_headers);
    column->addWidget(m_checkback);
    connect(m_steps, &QComboBox::currentIndexChanged, this, &PayloadView::showStep);
    retranslate();
}

void PayloadView::show(const core::message::ContentPtr &content)
{
    if (m_content && content && *m_content == *content)
        return;
    m_content = content;
    const QSignalBlocker blocker(m_steps);
    m_steps->clear();
    const qsizetype count = content ? content->steps.size() : 0;
    for (qsizetype i = 0; i < count; ++i)
        m_steps->addItem(
            u"%1 · %2"_s.arg(i + 1, 2, 10, QLatin1Char('0')).arg(QString::fromUtf8(content->steps.at(i).action)));
    m_headers->setHeaders(content ? content->options.branchHeaders : QList<core::message::BranchHeader>());
    retranslate();
    showStep(count > 0 ? 0 : -1);
}

void PayloadView::showStep(int step)
{
    m_json->setJson(step < 0 ? QByteArray() : m_content->steps.at(step).payload);
    m_find->refresh();
}

void PayloadView::focusText()
{
    m_json->setFocus();
}

void PayloadView::retranslate()
{
    m_find->retranslate();
    m_headers->retranslate();
    m_steps->setAccessibleName(tr("Step"));
    m_json->setAccessibleName(tr("Payload of the step"));
    const QByteArray url = m_content ? m_content->queryPrepared : QByteArray();
    m_checkback->setVisible(!url.isEmpty());
    m_checkback->setText(tr("Checkback: %1").arg(QString::fromUtf8(url)));
}

} // namespace ui
