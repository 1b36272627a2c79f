// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace widgets {

/// A line edit with its label above, a unit at its right end and, while what it holds is wrong, a line below that says
/// what would be right.
class FieldBox final : public QWidget
{
    Q_OBJECT
public:
    /// name becomes the object name of the line edit.
    explicit FieldBox(const QString &name, QWidget *parent = nullptr);

    void setLabel(const QString &label);
    /// For words; figures stand at the right, as they do at first.
    void alignLeft();
    void setUnit(const QString &unit);
    void setProblem(const QString &problem); ///< empty: none
    QString problem() const;
    QString text() const;
    void setText(const QString &text);
    QLineEdit *edit() const { return m_edit; }

signals:
    void textChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void placeUnit();

    QLabel *m_label;
    QLineEdit *m_edit;
    QLabel *m_unit;
    QLabel *m_problem;
};

} // namespace widgets
