// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QImage>
#include <QTextBrowser>
#include <QUrl>

namespace theme {
class Theme;
}

namespace ui {

/// The text of a page. A picture that is wider than the text is shown as wide as that. Pages name the light picture
/// (NAME-light.png); in the dark scheme the one beside it (NAME-dark.png) is shown.
class GuideText final : public QTextBrowser
{
    Q_OBJECT
public:
    explicit GuideText(const theme::Theme &theme);
    /// Where pictures are looked for, first the first.
    void setFolders(const QStringList &folders);

signals:
    /// Pictures are to be loaded anew.
    void widthChanged();

protected:
    QVariant loadResource(int type, const QUrl &name) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QImage picture(const QUrl &name);
    QImage read(const QUrl &name);
    int textWidth() const;

    const theme::Theme &m_theme;
    QHash<QUrl, QImage> m_pictures; ///< in their own size; null: there is none
};

} // namespace ui
