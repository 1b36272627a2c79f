// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/requestline.h"

#include "ui/messages/errorwords.h"
#include "ui/theme/textsize.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/shownstate.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

using core::store::Summary;

RequestLine::RequestLine(QWidget *parent) : QWidget(parent), m_label(new widgets::ElidedLabel)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_label);
    m_label->setObjectName(u"requestLine"_s);
    theme::setTextSize(*m_label, theme::TextSize::Small);
    hide();
}

void RequestLine::request(Verb verb, const core::message::Message &before)
{
    m_request = Request{.verb = verb, .before = core::store::summaryOf(before), .error = {}, .outcome = {}};
    refresh();
}

void RequestLine::answer(const QByteArray &gid, const std::optional<core::Error> &error)
{
    if (!m_request || m_request->before.gid != gid)
        return;
    m_request->accepted = !error;
    m_request->error = error;
    refresh();
}

void RequestLine::observe(const Summary &changed)
{
    if (!m_request || m_request->before.gid != changed.gid)
        return;
    if (changed.state == m_request->before.state && changed.attempts == m_request->before.attempts)
        return;
    m_request->outcome = changed;
    refresh();
}

void RequestLine::retranslate()
{
    refresh();
}

QString RequestLine::text() const
{
    return m_label->text();
}

void RequestLine::refresh()
{
    setVisible(m_request.has_value());
    if (!m_request)
        return;
    m_label->setText(sentence(*m_request));
    theme::setTone(*m_label, m_request->error ? theme::Tone::Bad : theme::Tone::Muted);
}

QString RequestLine::sentence(const Request &request) const
{
    QString what = VerbRules::name(request.verb).remove(u'…');
    if (!widgets::gidsAreHidden())
        what += u' ' + widgets::shortGid(QString::fromLatin1(request.before.gid));
    if (request.error)
        return tr("%1: refused. %2").arg(what, errorWords(*request.error));
    QString steps = tr("requested");
    if (request.accepted)
        steps += u" → "_s + tr("accepted");
    if (request.outcome) {
        steps += u" → "_s
            + tr("observed: %1, attempts %2")
                  .arg(widgets::stateWord(widgets::shownState(*request.outcome)),
                       widgets::formatCount(request.outcome->attempts));
    }
    return u"%1: %2"_s.arg(what, steps);
}

} // namespace ui
