// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace theme {
class Theme;
}

namespace ui {

/// The scenes of a story as a bar of as many parts: told, under way, to come. A part is chosen by mouse, Left and
/// Right.
class SceneBar final : public QWidget
{
    Q_OBJECT
public:
    explicit SceneBar(const theme::Theme &theme, QWidget *parent = nullptr);

    /// current: the one under way or told last, −1: none yet; isOver: the story has come to its end, isBroken: badly.
    void setScenes(const QStringList &captions, int current, bool isOver, bool isBroken);
    /// The scene that is shown.
    void setShown(int scene);
    QSize sizeHint() const override { return {240, 18}; }

signals:
    void chosen(int scene); ///< one that has begun

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRectF part(int scene) const;
    int sceneAt(const QPoint &place) const;
    void choose(int scene);

    const theme::Theme &m_theme;
    QStringList m_captions;
    int m_current = -1;
    int m_shown = -1;
    bool m_isOver = false;
    bool m_isBroken = false;
};

} // namespace ui
