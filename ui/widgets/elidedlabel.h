// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/textsize.h"

#include <QFrame>

namespace theme {
class Theme;
}

namespace widgets {

/// Text with digits of equal width that is elided where it does not fit; then the tooltip has it whole. One line, or as
/// many as it needs.
/// For anything that may be long, and for figures that should not tremble. setTextSize() and setTone() work on it.
class ElidedLabel final : public QFrame
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text WRITE setText)
public:
    explicit ElidedLabel(const QString &text = {}, QWidget *parent = nullptr);

    QString text() const { return m_text; }
    void setText(const QString &text);
    void setAlignment(Qt::Alignment alignment);
    void setElideMode(Qt::TextElideMode mode);
    /// Keeps the whole text in view: the label may not become narrower than it.
    void setNeverElided(bool never = true);
    /// Goes on in further lines, between words that a space parts: U+00A0 keeps two on one line.
    void setWordWrap(bool wraps = true);
    bool isElided() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override; ///< -1 for one line

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QStringList lines(double width) const;
    double lineHeight() const;

    QString m_text;
    Qt::Alignment m_alignment = Qt::AlignLeft | Qt::AlignVCenter;
    Qt::TextElideMode m_elideMode = Qt::ElideRight;
    bool m_neverElided = false;
    bool m_wraps = false;
};

} // namespace widgets
