// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;

namespace theme {
class Theme;
}

namespace widgets {

class Button;

/// What stands in place of a list that has nothing to show. It says which of four reasons it is and offers the next
/// step.
class EmptyState final : public QWidget
{
    Q_OBJECT
public:
    enum class Face { Loading, Empty, FilteredOut, Unreachable };

    explicit EmptyState(const theme::Theme &theme, QWidget *parent = nullptr);

    Face face() const { return m_face; }
    /// what: "Reading messages…"
    void showLoading(const QString &what);
    /// Nothing is there yet. nextStep is the button's text; empty means no button.
    void showEmpty(const QString &title, const QString &text, const QString &nextStep = {});
    /// Why the next step of showEmpty() cannot be taken now, below its button and in its tooltip; empty: it can. Stays
    /// until it is set anew.
    void setObstacle(const QString &whyNot);
    /// All of total are hidden by the filter; the button clears it.
    void showFilteredOut(qint64 total);
    /// reason: a whole sentence. The button tries again.
    void showUnreachable(const QString &reason);

signals:
    /// The button was pressed: the next step, "Clear filter" or "Retry", after face().
    void actionRequested(widgets::EmptyState::Face face);

private:
    void show(Face face, const QString &icon, const QString &title, const QString &text, const QString &button);
    void refreshButton();
    void refreshIcon();

    const theme::Theme &m_theme;
    Face m_face = Face::Loading;
    QString m_iconName;
    QString m_obstacle;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QProgressBar *m_progress;
    Button *m_button;
    QLabel *m_whyNot;
};

} // namespace widgets
