// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/faultpoint.h"

#include <QWidget>

class QLabel;

namespace theme {
class Theme;
}

namespace widgets {
class Button;
class Card;
class SearchBox;
} // namespace widgets

namespace ui {

class FaultChoices;

/// What a fault at the chosen point would be: what happens, how often, to which message, and what will come of it.
class FaultCard final : public QWidget
{
    Q_OBJECT
public:
    explicit FaultCard(const theme::Theme &theme, QWidget *parent = nullptr);

    /// Shows the fault that is armed at this point, else what was last set there.
    void showPoint(const QByteArray &point, const QList<core::ArmedFault> &armed);
    /// What is armed has changed: its badge and buttons, not what is being set.
    void setArmed(const QList<core::ArmedFault> &armed);
    /// Why nothing may be armed; empty: it may.
    void setWhyNot(const QString &whyNot);
    /// Why the last Apply was refused; empty: it was not.
    void showProblem(const QString &problem);

    core::Fault fault() const; ///< as the controls are set
    void focusModes();
    void retranslate();

signals:
    /// inPlaceOf: the armed one at this point, 0: none.
    void applied(const core::Fault &fault, int inPlaceOf);
    void disarmed(int id);

private:
    QWidget *createHead();
    QLayout *createButtons();
    const core::ArmedFault *armedHere() const;
    void showConsequence();
    void showButtons();
    void showHead();
    void apply();

    const theme::Theme &m_theme;
    QByteArray m_point;
    QList<core::ArmedFault> m_armed;
    QHash<QByteArray, core::Fault> m_set; ///< what was last set at each point
    QString m_whyNot;

    widgets::Card *m_card;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_badge;
    QLabel *m_place;
    FaultChoices *m_choices;
    QLabel *m_onlyHeading;
    widgets::SearchBox *m_gid;
    QLabel *m_consequence;
    QLabel *m_problem;
    widgets::Button *m_disarm;
    widgets::Button *m_apply;
};

} // namespace ui
