// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QBoxLayout;

namespace widgets {
class ElidedLabel;
}

namespace ui {

/// What is told of a call that waits, and the ways it can go on beside it; below it where the words would be cut.
class HeldRow final : public QWidget
{
    Q_OBJECT
public:
    explicit HeldRow(QWidget *parent = nullptr);

    void addWay(QWidget &button);
    void setWords(const QString &words, const QString &toolTip);

protected:
    bool event(QEvent *event) override;

private:
    void arrange();

    widgets::ElidedLabel *m_words;
    QWidget *m_ways;
    QBoxLayout *m_layout;
};

} // namespace ui
