// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/messagecomparison.h"

#include "ui/messages/comparedialog.h"
#include "ui/messages/errorwords.h"
#include "ui/session/session.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace ui {

MessageComparison::MessageComparison(Session &session, const theme::Theme &theme, QWidget &window)
    : QObject(&window)
    , m_session(session)
    , m_theme(theme)
    , m_window(window)
{ }

void MessageComparison::compare(const QByteArray &gid, const QByteArray &other)
{
    readFacts(gid, [this, other](const diagram::MessageFacts &left) {
        readFacts(other, [this, left](const diagram::MessageFacts &right) { open(left, right); });
    });
}

void MessageComparison::readFacts(const QByteArray &gid, const std::function<void(const diagram::MessageFacts &)> &then)
{
    m_session.message(gid, this, [this, then](const auto &message) {
        if (!message.ok())
            return emit failed(errorWords(message.error()));
        if (!*message)
            return emit failed(tr("One of the messages is no longer there."));
        m_session.attempts((*message)->rowId, this, [this, then, message](const auto &attempts) {
            if (!attempts.ok())
                return emit failed(errorWords(attempts.error()));
            m_session.barrierRows((*message)->gid.bytes(), this, [=, this](const QList<PeekedBank> &banks) {
                then(messageFacts(**message, *attempts, banks, m_session.now()));
            });
        });
    });
}

void MessageComparison::open(const diagram::MessageFacts &left, const diagram::MessageFacts &right)
{
    auto *dialog = new CompareDialog(m_theme, left, right, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

} // namespace ui
