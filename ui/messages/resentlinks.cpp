// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/resentlinks.h"

#include "ui/session/resend.h"
#include "ui/session/session.h"
#include "ui/theme/theme.h"
#include "ui/widgets/formatting.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int familyMax = 20; ///< the latest; more make no line

QString linkTo(const QByteArray &gid)
{
    return u"<a href=\"%1\">%2</a>"_s.arg(QString::fromLatin1(gid.toHex()),
                                          widgets::shortGid(QString::fromLatin1(gid)).toHtmlEscaped());
}

QString linksTo(const QList<QByteArray> &gids)
{
    QStringList links;
    for (const QByteArray &gid : gids)
        links << linkTo(gid);
    return links.join(u", "_s);
}

} // namespace

ResentLinks::ResentLinks(Session &session, const theme::Theme &theme, QWidget *parent)
    : QLabel(parent)
    , m_session(session)
    , m_theme(theme)
{
    setObjectName(u"resentLinks"_s);
    setTextFormat(Qt::RichText);
    setWordWrap(true);
    setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    theme::setTextSize(*this, theme::TextSize::Small);
    theme::setTone(*this, theme::Tone::Muted);
    connect(this, &QLabel::linkActivated, this,
            [this](const QString &link) { emit messageRequested(QByteArray::fromHex(link.toLatin1())); });
    connect(&theme, &theme::Theme::changed, this, &ResentLinks::show);
    hide();
}

void ResentLinks::follow(const std::optional<core::message::Message> &message)
{
    const QByteArray gid = message ? message->gid.bytes() : QByteArray();
    if (std::exchange(m_gid, gid) == gid)
        return;
    m_from = message ? resentFrom(*message->content) : QByteArray();
    m_others.clear();
    show();
    if (message)
        look();
}

void ResentLinks::look()
{
    m_session.page({.gidPrefix = resentPrefix(m_gid)}, familyMax, std::nullopt, this,
                   [this, gid = m_gid](const core::Result<core::store::Page> &page) {
                       if (gid == m_gid && page.ok())
                           take(page->rows);
                   });
}

void ResentLinks::take(const QList<core::store::Summary> &family)
{
    m_others.clear();
    for (const core::store::Summary &summary : family) {
        if (isResentGid(summary.gid, m_gid) && summary.gid != m_gid && summary.gid != m_from)
            m_others.prepend(summary.gid); // they come newest first
    }
    show();
}

void ResentLinks::observe(const QList<core::store::Summary> &changed)
{
    const auto isNew = [this](const core::store::Summary &summary) {
        return isResentGid(summary.gid, m_gid) && summary.gid != m_gid && summary.gid != m_from
            && !m_others.contains(summary.gid);
    };
    if (!m_gid.isEmpty() && std::any_of(changed.begin(), changed.end(), isNew))
        look();
}

void ResentLinks::show()
{
    QStringList sentences;
    if (!m_from.isEmpty())
        //: %1: link to the message that this one repeats
        sentences << tr("Resent from %1.").arg(linkTo(m_from));
    if (!m_others.isEmpty())
        //: %1: links to the messages that repeat the same
        sentences << tr("Sent again as %1.").arg(linksTo(m_others));
    setText(sentences.join(tr(" ", "between two sentences")));
    setVisible(!sentences.isEmpty() && !m_theme.isPresenting());
}

void ResentLinks::retranslate()
{
    setAccessibleName(tr("Messages with the same content"));
    show();
}

} // namespace ui
