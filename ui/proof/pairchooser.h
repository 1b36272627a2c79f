// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace ui {

class Session;

/// Which closed pair of banks is looked at. Out of sight while there is no choice.
class PairChooser final : public QComboBox
{
    Q_OBJECT
public:
    explicit PairChooser(const Session &session, QWidget *parent = nullptr);

    /// Takes the pairs that the session knows now. What was chosen stays chosen while it is one of them.
    void takePairs();
    /// The sender of the chosen pair, as an index into Session::banks(); −1: there is no pair.
    int bank() const;
    /// The sender's and the receiver's; empty without a pair.
    QStringList bankNames() const;

private:
    const Session &m_session;
};

} // namespace ui
