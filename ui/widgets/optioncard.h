// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

class QLabel;
class QVBoxLayout;

namespace theme {
class Theme;
}

namespace widgets {

/// A choice that needs explaining: radio, icon, title, sentence and anything below them. Put several in one
/// QButtonGroup.
class OptionCard final : public QAbstractButton
{
    Q_OBJECT
public:
    OptionCard(const theme::Theme &theme, const QString &iconName, const QString &title, const QString &sentence,
               QWidget *parent = nullptr);
    void setTexts(const QString &title, const QString &sentence);
    /// Below the sentence, in line with it: a drawing, a note.
    void addContent(QWidget *content);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int titleHeight() const;
    void fit();

    const theme::Theme &m_theme;
    QString m_iconName;
    QLabel *m_sentence;
    QVBoxLayout *m_column;
};

} // namespace widgets
