// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace widgets {

class ElidedLabel;

/// A framed part of a page: header of 40 px with title, subtitle and actions at its right, and a body below.
/// Without a title there is no header.
class Card final : public QFrame
{
    Q_OBJECT
public:
    explicit Card(const QString &title = {}, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// For a title of any length, as of a thing that somebody named: a card is else at least as wide as its title.
    void setTitleElided(Qt::TextElideMode mode);
    void setSubtitle(const QString &subtitle);
    /// Puts a button, a legend, … at the right of the header.
    void addHeaderWidget(QWidget *widget);
    /// Where the content goes. Has no margins; padBody() gives it those of a card.
    QVBoxLayout *body() const { return m_body; }
    void padBody();

private:
    void showHeader();

    QWidget *m_header;
    ElidedLabel *m_title;
    QLabel *m_subtitle;
    QHBoxLayout *m_actions;
    QVBoxLayout *m_body;
};

} // namespace widgets
