// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/proofreport.h"

#include <QObject>

class QWidget;

namespace theme {
class Theme;
}

namespace ui {

class Session;

/// Tells what naive transfers lost and, if the user wants it, puts it right at bank B.
class NaiveRepair final : public QObject
{
    Q_OBJECT
public:
    NaiveRepair(Session &session, const theme::Theme &theme, QObject *parent = nullptr);

    /// Asks as the connections of the demo banks want to be asked; returns when the dialog is closed.
    void ask(const QList<NaiveLoss> &losses, QWidget *window);

signals:
    void told(const QString &sentence, bool isBad); ///< what came of it
    void repaired();

private:
    void repair(const QString &typedName);

    Session &m_session;
    const theme::Theme &m_theme;
};

} // namespace ui
