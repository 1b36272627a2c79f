// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/messages/filterhints.h"

#include <QFrame>

#include <functional>

class QKeyEvent;
class QLabel;
class QLineEdit;
class QListView;
class QStandardItemModel;

namespace theme {
class Theme;
}

namespace ui {

/// The list of hints below the filter text: term, meaning, count. It never takes the focus; keys reach it through the
/// text. Tab takes the marked hint or the first one, Enter only a marked one, Esc closes it, Ctrl+Space opens it.
class FilterPopup final : public QFrame
{
    Q_OBJECT
public:
    using Known = std::function<KnownWords()>;

    /// edit must outlive this; known is asked each time that hints are wanted. The hints stand below all of bar, which
    /// edit is in: it says what is wrong with the text.
    FilterPopup(const theme::Theme &theme, QLineEdit &edit, QWidget &bar, Known known);
    void retranslate();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void offer();
    bool takeKey(const QKeyEvent &event);
    void step(int rows);
    void choose(int row);
    void place();

    QLineEdit &m_edit;
    QWidget &m_bar;
    Known m_known;
    FilterHints m_hints;
    QStandardItemModel *m_model;
    QListView *m_list;
    QLabel *m_foot;
};

} // namespace ui
