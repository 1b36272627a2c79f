// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/proofreport.h"

#include <QFrame>

#include <optional>

class QHBoxLayout;
class QLabel;
class QProgressBar;

namespace theme {
class Theme;
struct StateStyle;
} // namespace theme

namespace widgets {
class ElidedLabel;
}

namespace ui {

/// The verdict over all in one sentence, with what stands behind it, and buttons at its right.
class VerdictBanner final : public QFrame
{
    Q_OBJECT
public:
    explicit VerdictBanner(const theme::Theme &theme, QWidget *parent = nullptr);

    void show(Holds holds, const QString &sentence, const QString &detail);
    /// How much of a check is done, 0 to 1, and what is being read; nothing: no bar.
    void showProgress(std::optional<double> part, const QString &what = {});
    void addButton(QWidget *button);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    theme::StateStyle lookOf() const;

    const theme::Theme &m_theme;
    Holds m_holds = Holds::Unknown;
    QLabel *m_sentence;
    widgets::ElidedLabel *m_detail;
    QHBoxLayout *m_buttons;
    QProgressBar *m_progress; ///< at the lower edge, so that nothing moves when it comes and goes
};

} // namespace ui
