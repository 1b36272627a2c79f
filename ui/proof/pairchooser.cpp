// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/proof/pairchooser.h"

#include "ui/session/session.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

PairChooser::PairChooser(const Session &session, QWidget *parent) : QComboBox(parent), m_session(session)
{
    setObjectName(u"pairs"_s);
    hide();
}

/// By the connection of the sender: indices move when a connection is removed.
void PairChooser::takePairs()
{
    const QString before = currentData().toString();
    clear();
    const QList<BankInfo> banks = m_session.banks();
    for (const BankInfo &info : banks) {
        if (info.isSender && info.receiver >= 0)
            addItem(info.name + u" → "_s + banks.value(info.receiver).name, info.connectionId);
    }
    setCurrentIndex(count() == 0 ? -1 : std::max(0, findData(before)));
    setVisible(count() > 1);
}

int PairChooser::bank() const
{
    const QString chosen = currentData().toString();
    const QList<BankInfo> banks = m_session.banks();
    for (int index = 0; index < banks.size() && !chosen.isEmpty(); ++index) {
        if (banks.at(index).connectionId == chosen)
            return index;
    }
    return -1;
}

QStringList PairChooser::bankNames() const
{
    const int chosen = bank();
    if (chosen < 0)
        return {};
    const QList<BankInfo> banks = m_session.banks();
    return {banks.at(chosen).name, banks.value(banks.at(chosen).receiver).name};
}

} // namespace ui
