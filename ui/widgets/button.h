// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QPushButton>

class QAction;

namespace theme {
class Theme;
}

namespace widgets {

/// A push button in one of five looks, with an icon and the shortcut it can be pressed by as a pill inside it.
class Button final : public QPushButton
{
    Q_OBJECT
public:
    enum class Kind {
        Plain,
        Primary, ///< one a view; never the default in a dangerous dialog
        Danger,
        Link, ///< no frame, accent text
        Quiet, ///< no frame until the mouse is over it
    };

    Button(const theme::Theme &theme, Kind kind, const QString &text, QWidget *parent = nullptr);

    void setIconName(const QString &name);
    /// Shows the shortcut; pressing it is the business of an action or of setShortcut().
    void setKeyHint(const QKeySequence &keys);
    /// Takes text, icon, tip, shortcut hint and the enabled state of an action, now and later, and triggers it.
    void setAction(QAction *action);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void readAction();
    QColor textColor() const;
    int contentWidth() const;
    int hintWidth() const;

    const theme::Theme &m_theme;
    Kind m_kind;
    QString m_iconName;
    QString m_keyHint;
    QAction *m_action = nullptr;
};

/// A square button of an icon alone. name is its tooltip and accessible name.
class IconButton final : public QAbstractButton
{
    Q_OBJECT
public:
    IconButton(const theme::Theme &theme, const QString &iconName, const QString &name, QWidget *parent = nullptr);

    void setIconName(const QString &iconName);
    /// Without the frame, for title rows and bars.
    void setFlat(bool flat);
    /// A number at the corner: so many need a person. Empty: none.
    void setBadge(const QString &text);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const theme::Theme &m_theme;
    QString m_iconName;
    QString m_badge;
    bool m_flat = false;
};

} // namespace widgets
