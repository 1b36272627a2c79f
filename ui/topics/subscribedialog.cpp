// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/subscribedialog.h"

#include "ui/theme/textsize.h"
#include "ui/widgets/button.h"
#include "ui/widgets/corewords.h"
#include "ui/widgets/dialogparts.h"
#include "ui/widgets/fieldbox.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

QLabel *wrapped(const QString &text)
{
    auto *label = new QLabel(text);
    label->setWordWrap(true);
    theme::setTone(*label, theme::Tone::Muted);
    return label;
}

} // namespace

SubscribeDialog::SubscribeDialog(const theme::Theme &theme, const QByteArray &topic, const QString &nameToType,
                                 QWidget *parent)
    : QDialog(parent)
    , m_topic(new widgets::FieldBox(u"topicName"_s))
    , m_url(new widgets::FieldBox(u"subscriberUrl"_s))
    , m_remark(new widgets::FieldBox(u"subscriberRemark"_s))
    , m_nameToType(nameToType)
{
    setObjectName(u"subscribeDialog"_s);
    setWindowTitle(tr("Subscribe to a Topic"));
    m_topic->setLabel(tr("Topic"));
    m_topic->setText(QString::fromUtf8(topic));
    m_url->setLabel(tr("URL that is called"));
    m_url->edit()->setPlaceholderText(u"http://bank-b.example/api/busi/SagaBTransIn"_s);
    m_remark->setLabel(tr("Remark"));
    auto *column = widgets::dialogColumn(*this, windowTitle());
    for (widgets::FieldBox *field : {m_topic, m_url, m_remark}) {
        field->alignLeft();
        column->addWidget(field);
        connect(field, &widgets::FieldBox::textChanged, this, &SubscribeDialog::check);
    }
    column->addWidget(wrapped(tr("New messages call it from now on. Those that are prepared already keep the "
                                 "subscribers of that moment.")));
    if (!m_nameToType.isEmpty()) {
        m_name = new widgets::FieldBox(u"nameToType"_s);
        m_name->setLabel(tr("Type “%1” to go on").arg(m_nameToType));
        m_name->alignLeft();
        connect(m_name, &widgets::FieldBox::textChanged, this, &SubscribeDialog::check);
        column->addWidget(m_name);
    }
    column->addStretch(1);
    column->addWidget(createButtons(theme));
    setMinimumWidth(fontMetrics().averageCharWidth() * 72);
    (topic.isEmpty() ? m_topic : m_url)->edit()->setFocus();
    check();
}

QWidget *SubscribeDialog::createButtons(const theme::Theme &theme)
{
    auto *buttons = new QWidget;
    auto *cancel = new widgets::Button(theme, widgets::Button::Kind::Plain, tr("Cancel"));
    m_accept = new widgets::Button(theme, widgets::Button::Kind::Primary, tr("Subscribe"));
    cancel->setObjectName(u"cancel"_s);
    m_accept->setObjectName(u"accept"_s);
    m_accept->setDefault(true);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(m_accept);
    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(m_accept, &QAbstractButton::clicked, this, &SubscribeDialog::request);
    return buttons;
}

QByteArray SubscribeDialog::topic() const
{
    return m_topic->text().trimmed().toUtf8();
}

QByteArray SubscribeDialog::url() const
{
    return m_url->text().trimmed().toUtf8();
}

QByteArray SubscribeDialog::remark() const
{
    return m_remark->text().trimmed().toUtf8();
}

QString SubscribeDialog::whatIsMissing() const
{
    if (topic().isEmpty())
        return tr("Give the topic first.");
    if (url().isEmpty())
        return tr("Give the URL first.");
    if (m_name && m_name->text() != m_nameToType)
        return tr("Type the name of the connection first.");
    return {};
}

void SubscribeDialog::check()
{
    for (widgets::FieldBox *field : {m_topic, m_url, m_remark})
        field->setProblem({});
    m_accept->setToolTip(whatIsMissing());
    m_accept->setEnabled(m_accept->toolTip().isEmpty());
}

void SubscribeDialog::request()
{
    m_accept->setEnabled(false); // until the engine has answered
    emit requested();
}

void SubscribeDialog::takeAnswer(const std::optional<core::Error> &error)
{
    if (!error)
        return accept();
    check();
    widgets::FieldBox *field = error->field == "topic" ? m_topic : error->field == "remark" ? m_remark : m_url;
    field->setProblem(widgets::coreWords(error->detail));
    field->edit()->setFocus();
}

} // namespace ui
