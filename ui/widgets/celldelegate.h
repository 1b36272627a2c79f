// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace theme {
class Theme;
}

namespace widgets {

/// The base of all delegates here: background by selection and mouse, the line below the row, a text between paddings.
/// As it stands it paints the display text with digits of equal width, after the model's alignment, font and
/// foreground. A view that should mark the whole row under the mouse installs a RowHover.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit CellDelegate(const theme::Theme &theme, QObject *parent = nullptr);

    static constexpr int padding = 12;
    static constexpr int firstPadding = 16; ///< left of the first column: under the title of the card

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const final;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Tips are plain text, whatever stands in them.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

protected:
    /// What others wrote is shown as visibleText().
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
    /// Shows this as plain text over a cell.
    static void showTip(const QHelpEvent &event, QAbstractItemView &view, const QString &text);
    /// Paints what stands in the cell; the background is there already. option has its text, font and palette filled
    /// in.
    virtual void paintContent(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    const theme::Theme &theme() const { return m_theme; }
    static QRect contentRect(const QStyleOptionViewItem &option);

private:
    const theme::Theme &m_theme;
};

} // namespace widgets
