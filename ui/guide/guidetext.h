// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QImage>
#include <QTextBrowser>
#include <QUrl>

namespace ui {

/// The text of a page. A picture that is wider than the text is shown as wide as that.
class GuideText final : public QTextBrowser
{
    Q_OBJECT
public:
    GuideText();

signals:
    /// Pictures are to be loaded anew.
    void widthChanged();

protected:
    QVariant loadResource(int type, const QUrl &name) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QImage picture(const QUrl &name);
    int textWidth() const;

    QHash<QUrl, QImage> m_pictures; ///< in their own size
};

} // namespace ui
