// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QLineEdit>

namespace theme {
class Theme;
}

namespace widgets {

class KeyHint;

/// A line edit with an icon before its text and, while it is empty, a shortcut behind it. Esc empties it.
/// The placeholder is its accessible name.
class SearchBox final : public QLineEdit
{
    Q_OBJECT
public:
    SearchBox(const theme::Theme &theme, const QString &placeholder, QWidget *parent = nullptr);
    void setKeyHint(const QKeySequence &keys);
    /// "search" unless set: "filter" for filter bars.
    void setIconName(const QString &name);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void placeHint();

    const theme::Theme &m_theme;
    QAction *m_icon;
    KeyHint *m_hint = nullptr;
};

} // namespace widgets
