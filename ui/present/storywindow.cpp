// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/present/storywindow.h"

#include "ui/present/storyexport.h"
#include "ui/present/storyscenes.h"
#include "ui/present/storyview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/noticeline.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr QSize sizeAtStart{1280, 800};

} // namespace

StoryWindow::StoryWindow(const theme::Theme &theme, Maker make, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_theme(theme)
    , m_make(std::move(make))
    , m_view(new StoryView(theme))
    , m_notice(new widgets::NoticeLine(theme))
{
    setObjectName(u"storyWindow"_s);
    setFocusPolicy(Qt::StrongFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notice);
    column->addWidget(m_view, 1);
    m_notice->hide();
    m_back = addButton("storyBack", false, [this] { goTo(m_current - 1); });
    m_playButton = addButton("storyPlay", true, [this] { setPlaying(!isPlaying()); });
    m_next = addButton("storyNext", false, [this] { goTo(m_current + 1); });
    m_export = addButton("storyExport", false, [this] { chooseFile(); });
    m_close = addButton("storyClose", false, [this] { close(); });
    m_play.setSingleShot(true);
    connect(&m_play, &QTimer::timeout, this, [this] {
        goTo(m_current + 1);
        setPlaying(m_current + 1 < count());
    });
    resize(sizeAtStart);
    retranslate();
}

StoryWindow *StoryWindow::present(const theme::Theme &theme, Maker make, QWidget *parent)
{
    auto *window = new StoryWindow(theme, std::move(make), parent);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->showFullScreen();
    window->setFocus();
    return window;
}

/// Space and the arrows are the window's: its buttons take no focus by the mouse.
widgets::Button *StoryWindow::addButton(const char *name, bool isPrimary, std::function<void()> act)
{
    auto *button =
        new widgets::Button(m_theme, isPrimary ? widgets::Button::Kind::Primary : widgets::Button::Kind::Plain, {});
    button->setObjectName(QLatin1String(name));
    button->setFocusPolicy(Qt::TabFocus);
    button->setProperty("card", u"present"_s);
    theme::setTextSize(*button, theme::TextSize::DialogTitle);
    connect(button, &QAbstractButton::clicked, this, std::move(act));
    m_view->addButton(button);
    return button;
}

void StoryWindow::read()
{
    m_moments = m_make();
    m_slides = slidesOf(m_moments);
}

void StoryWindow::goTo(int slide)
{
    if (m_slides.isEmpty())
        return;
    m_current = std::clamp(slide, 0, count() - 1);
    if (isPlaying())
        m_play.start(readingTime(m_slides.at(m_current)));
    showCurrent();
}

/// Played from its end, it begins anew.
void StoryWindow::setPlaying(bool on)
{
    if (on && m_current + 1 >= count())
        goTo(0);
    if (on && count() > 1)
        m_play.start(readingTime(m_slides.at(m_current)));
    else
        m_play.stop();
    showCurrent();
}

void StoryWindow::showCurrent()
{
    if (m_slides.isEmpty())
        return;
    m_view->show(m_slides.at(m_current));
    m_back->setEnabled(m_current > 0);
    m_back->setToolTip(m_current > 0 ? tr("The slide before (Left)") : tr("This is the first one."));
    m_next->setEnabled(m_current + 1 < count());
    m_next->setToolTip(m_next->isEnabled() ? tr("The next slide (Right)") : tr("This is the last one."));
    m_playButton->setIconName(isPlaying() ? u"pause"_s : u"play"_s);
    m_playButton->setText(isPlaying() ? tr("Pause") : tr("Play"));
    m_playButton->setToolTip(tr("One slide after the other (Space)"));
    setWindowTitle(tr("%1 – %2 of %3", "title of a window: story, slide, count")
                       .arg(m_slides.at(m_current).title)
                       .arg(m_current + 1)
                       .arg(count()));
}

void StoryWindow::chooseFile()
{
    setPlaying(false);
    auto *dialog = new QFileDialog(this, tr("Export Story"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Web page with the whole story (*.html)"), tr("Picture of this slide (*.png)"),
                            tr("Drawing of this slide (*.svg)")});
    dialog->setDefaultSuffix(u"html"_s);
    dialog->selectFile(tr("story", "a file's name"));
    connect(dialog, &QFileDialog::filterSelected, dialog,
            [dialog](const QString &filter) { dialog->setDefaultSuffix(filter.section(u"*."_s, 1, 1).chopped(1)); });
    connect(dialog, &QFileDialog::fileSelected, this, &StoryWindow::exportTo);
    dialog->open();
}

void StoryWindow::exportTo(const QString &path)
{
    const core::Status saved = saveStory(m_theme, m_moments, m_current, path);
    const QString name = QDir::toNativeSeparators(path);
    if (saved.ok())
        m_notice->notify(widgets::Banner::Tone::Good, tr("Written: %1").arg(name));
    else
        m_notice->notify(widgets::Banner::Tone::Bad, tr("%1 cannot be written: %2").arg(name, saved.error().detail));
}

void StoryWindow::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_PageUp:
    case Qt::Key_Backspace:
        return goTo(m_current - 1);
    case Qt::Key_Right:
    case Qt::Key_PageDown:
        return goTo(m_current + 1);
    case Qt::Key_Home:
        return goTo(0);
    case Qt::Key_End:
        return goTo(count() - 1);
    case Qt::Key_Space:
        return setPlaying(!isPlaying());
    case Qt::Key_F11:
        return isFullScreen() ? showNormal() : showFullScreen();
    case Qt::Key_Escape:
        close();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void StoryWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void StoryWindow::retranslate()
{
    m_back->setText(tr("Back"));
    m_next->setText(tr("Next"));
    m_export->setText(tr("Export…"));
    m_export->setToolTip(tr("As one web page that needs nothing else, or this slide as a picture"));
    m_close->setText(tr("Close"));
    m_close->setToolTip(tr("Back to the console (Escape)"));
    read();
    showCurrent();
}

} // namespace ui
