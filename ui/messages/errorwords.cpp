// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/errorwords.h"
#include "ui/widgets/corewords.h"

#include <QCoreApplication>

namespace ui {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::ErrorWords)

public:
    static QString kind(core::Error::Code code);
};

QString Words::kind(core::Error::Code code)
{
    switch (code) {
    case core::Error::Code::Invalid:
        return tr("The request is not valid");
    case core::Error::Code::TooLarge:
        return tr("The request is too large");
    case core::Error::Code::NotFound:
        return tr("There is no such message");
    case core::Error::Code::Conflict:
        return tr("The state of the message does not allow it");
    case core::Error::Code::Ongoing:
        return tr("It is not decided yet");
    case core::Error::Code::Unavailable:
        return tr("The coordinator cannot take it now");
    case core::Error::Code::Internal:
        return tr("The coordinator has a fault");
    }
    return {};
}

} // namespace

QString errorWords(const core::Error &error)
{
    const QString kind = Words::kind(error.code);
    //: %1: the kind of an error; %2: the engine's own words
    return error.detail.isEmpty() ? Words::tr("%1.").arg(kind)
                                  : Words::tr("%1: %2").arg(kind, widgets::coreWords(error.detail));
}

QString beyondStatus(const QByteArray &error, int httpStatus)
{
    QByteArray rest = error;
    for (const QByteArray &prefix : {QByteArray("answered "), QByteArray::number(httpStatus)}) {
        if (rest.startsWith(prefix))
            rest.remove(0, prefix.size());
    }
    return widgets::coreWords(QString::fromUtf8(rest.trimmed()));
}

} // namespace ui
