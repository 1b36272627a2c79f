// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timetravel/timetravelwindow.h"

#include "ui/present/storyexport.h"
#include "ui/present/storywindow.h"
#include "ui/widgets/button.h"
#include "ui/widgets/noticeline.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr QSize sizeAtStart{1180, 780};

} // namespace

TimeTravelWindow::TimeTravelWindow(const theme::Theme &theme, TimeTravelPanel::Maker make, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_make(std::move(make))
    , m_panel(new TimeTravelPanel(theme))
    , m_notice(new widgets::NoticeLine(theme))
    , m_present(new widgets::Button(theme, widgets::Button::Kind::Plain, {}))
    , m_export(new widgets::Button(theme, widgets::Button::Kind::Plain, {}))
{
    setObjectName(u"timeTravelWindow"_s);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(16, 0, 16, 12);
    bar->setSpacing(8);
    bar->addStretch();
    bar->addWidget(m_export);
    bar->addWidget(m_present);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notice);
    column->addWidget(m_panel, 1);
    column->addLayout(bar);
    m_notice->hide();
    m_present->setObjectName(u"presentMoments"_s);
    m_present->setIconName(u"play"_s);
    m_export->setObjectName(u"exportMoments"_s);
    m_export->setIconName(u"download"_s);
    for (widgets::Button *button : {m_present, m_export})
        button->setAutoDefault(false);
    connect(m_present, &QAbstractButton::clicked, this, [this] { StoryWindow::present(m_theme, m_make, this); });
    connect(m_export, &QAbstractButton::clicked, this, &TimeTravelWindow::chooseFile);
    m_panel->setMoments(m_make);
    retranslate();
    resize(sizeAtStart);
    m_panel->setFocus();
}

TimeTravelWindow *TimeTravelWindow::open(const theme::Theme &theme, TimeTravelPanel::Maker make, QWidget *parent)
{
    auto *window = new TimeTravelWindow(theme, std::move(make), parent);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->show();
    return window;
}

void TimeTravelWindow::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Export Story"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Web page with the whole story (*.html)")});
    dialog->setDefaultSuffix(u"html"_s);
    dialog->selectFile(tr("story", "a file's name"));
    connect(dialog, &QFileDialog::fileSelected, this, &TimeTravelWindow::exportTo);
    dialog->open();
}

void TimeTravelWindow::exportTo(const QString &path)
{
    const core::Status saved = saveStory(m_theme, m_panel->moments(), 0, path);
    const QString name = QDir::toNativeSeparators(path);
    if (saved.ok())
        m_notice->notify(widgets::Banner::Tone::Good, tr("Written: %1").arg(name));
    else
        m_notice->notify(widgets::Banner::Tone::Bad, tr("%1 cannot be written: %2").arg(name, saved.error().detail));
}

void TimeTravelWindow::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TimeTravelWindow::retranslate()
{
    setWindowTitle(tr("What Happened: %1").arg(m_make().title));
    m_present->setText(tr("Present"));
    m_present->setToolTip(tr("Tells it slide by slide in large type, on the whole screen"));
    m_export->setText(tr("Export Story…"));
    m_export->setToolTip(tr("As one web page that needs nothing else"));
}

} // namespace ui
