// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casefile/case.h"
#include "ui/session/payloadfields.h"

#include <QDialog>

class QLabel;

namespace theme {
class Theme;
}

namespace widgets {
class Banner;
} // namespace widgets

namespace ui {

class DetailHead;
class MessageTabs;
class ReplayPane;
class TimeTravelPanel;

/// A case that was opened: the message as the Messages page would show it, what happened event by event with balances
/// and barrier rows, and its replay. Nothing is called and nothing read but the file.
class CaseWindow final : public QDialog
{
    Q_OBJECT
public:
    /// fileName: without its folder; pairs: by which names the payload is read.
    CaseWindow(theme::Theme &theme, const core::casefile::Case &about, const QString &fileName,
               const QList<PayloadFields> &pairs = {}, QWidget *parent = nullptr);

    const core::casefile::Case &opened() const { return m_case; }

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    QString origin() const;

    const core::casefile::Case m_case;
    const QString m_fileName;
    widgets::Banner *m_banner;
    DetailHead *m_head;
    QLabel *m_why;
    MessageTabs *m_tabs;
    TimeTravelPanel *m_happened;
    ReplayPane *m_replay;
};

} // namespace ui
