// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/viewgroup.h"

#include <QWidget>

class QLabel;

namespace widgets {
class Button;
class FlowStrip;
} // namespace widgets

namespace ui {

class LookCard;
class PlaceCard;
class TourCard;

/// The first start: how it looks, where the money is, what to try. Works in under a minute with nothing set up.
class WelcomePage final : public QWidget
{
    Q_OBJECT
public:
    /// languages: those that can be chosen, each by its code. systemLanguage: the code of the one that suits the
    /// system.
    WelcomePage(Settings &settings, const theme::Theme &theme, const QString &dataDir,
                const QList<ViewGroup::LanguageChoice> &languages, const QString &systemLanguage,
                QWidget *parent = nullptr);

    void focusStart();

signals:
    /// What was chosen; Skip is the demo bank without a tour.
    void started(bool ownBanks, bool tour);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *createHead(const theme::Theme &theme);
    QWidget *createFoot();
    void showStart();
    void retranslate();

    QString m_dataDir;
    QLabel *m_title;
    QLabel *m_subtitle;
    widgets::FlowStrip *m_story;
    LookCard *m_look;
    PlaceCard *m_place;
    TourCard *m_tour;
    QLabel *m_folder;
    widgets::Button *m_skip;
    widgets::Button *m_start;
};

} // namespace ui
