// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mainwindow/commandmodel.h"

#include <QFrame>
#include <QPointer>

#include <functional>

class QLineEdit;
class QListView;

namespace theme {
class Theme;
}

namespace ui {

/// The list below the search field: every action of the window, narrowed by what is typed. The field keeps the focus;
/// arrows choose, Enter does, Esc closes and goes back to where one was. It opens where the field was asked for: by its
/// key, by the mouse, by typing or Down; not where the focus merely passes.
class CommandPalette final : public QFrame
{
    Q_OBJECT
public:
    /// sections: asked each time, so that it offers what can be done now. The palette becomes a child of the field's
    /// window.
    CommandPalette(const theme::Theme &theme, QLineEdit &field, std::function<QList<ActionSection>()> sections);

    /// Closes it where it is open, and goes back to where one was.
    void dismiss();

signals:
    /// Messages that have this text are wanted.
    void searchRequested(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void open();
    void narrow();
    void place();
    void close(bool goBack);
    bool takeKey(int key);
    void step(int rows);
    void choose(const QModelIndex &index);

    const theme::Theme &m_theme;
    QLineEdit &m_field;
    std::function<QList<ActionSection>()> m_sections;
    CommandModel *m_model;
    QListView *m_list;
    QPointer<QWidget> m_before; ///< who had the focus
};

} // namespace ui
