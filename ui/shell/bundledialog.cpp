// SPDX-License-Identifier: GPL-3.0-or-later
#include "bundledialog.h"

#include "ui/common/languageswitcher.h"

#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace encore::ui
{

BundleDialog::BundleDialog(BundleService& bundles, Theme& theme, QWidget* parent) :
    QDialog(parent), m_bundles(bundles), m_theme(theme)
{
    setObjectName(QStringLiteral("bundleDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(520);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * Theme::grid, 3 * Theme::grid, 3 * Theme::grid, 3 * Theme::grid);
    column->setSpacing(2 * Theme::grid);
    m_heading = new QLabel(this);
    m_heading->setObjectName(QStringLiteral("bundleHeadingLabel"));
    m_heading->setFont(m_theme.font(TextRole::Heading));
    m_heading->setTextFormat(Qt::PlainText);
    m_heading->setWordWrap(true);
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(QStringLiteral("bundleProgressBar"));
    m_progress->setTextVisible(false);
    m_answer = new QLabel(this);
    m_answer->setObjectName(QStringLiteral("bundleAnswerLabel"));
    m_answer->setTextFormat(Qt::PlainText); // a path or a label out of the file must not become a link
    m_answer->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_answer->setWordWrap(true);
    m_button = new QPushButton(this);
    m_button->setObjectName(QStringLiteral("bundleCloseButton"));
    m_button->setMinimumHeight(5 * Theme::grid);
    auto* row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(m_button);
    column->addWidget(m_heading);
    column->addWidget(m_progress);
    column->addWidget(m_answer);
    column->addLayout(row);
    connect(m_button, &QPushButton::clicked, this, &BundleDialog::reject);
}

void BundleDialog::importFile(const QString& path)
{
    begin(Kind::Import, path);
    m_bundles.importFile(path, this, [this](qint64 done, qint64 total) { showProgress(done, total); },
                         [this](const auto& result) { conclude(result); });
}

void BundleDialog::importDemo()
{
    begin(Kind::Demo, {});
    m_bundles.importDemo(this, [this](qint64 done, qint64 total) { showProgress(done, total); },
                         [this](const auto& result) { conclude(result); });
}

void BundleDialog::exportFile(const QString& path)
{
    begin(Kind::Export, path);
    m_bundles.exportFile(path, this, [this](qint64 done, qint64 total) { showProgress(done, total); },
                         [this](const auto& result) { conclude(result); });
}

void BundleDialog::begin(Kind kind, const QString& path)
{
    m_kind = kind;
    m_runs = true;
    m_fileName = QFileInfo(path).fileName();
    m_progress->setRange(0, 0);
    retranslate();
}

void BundleDialog::showProgress(qint64 done, qint64 total)
{
    constexpr int steps = 1000;
    m_progress->setRange(0, total > 0 && done < total ? steps : 0); // whole: it is being written down, nobody knows for how long
    if (total > 0)
        m_progress->setValue(int(done * steps / total));
}

void BundleDialog::conclude(const domain::Result<domain::Message>& result)
{
    m_runs = false;
    m_result = result;
    m_progress->setRange(0, 1);
    m_progress->setValue(result ? 1 : 0);
    retranslate();
    m_button->setEnabled(true);
    m_button->setFocus();
    adjustSize(); // a long answer needs more lines than the window has
    if (result && m_kind != Kind::Export)
        Q_EMIT imported();
    if (m_stops && !result && result.error().code == domain::ErrorCode::Cancelled)
        QDialog::reject(); // as it was asked for
}

void BundleDialog::reject()
{
    if (!m_runs) {
        QDialog::reject();
        return;
    }
    m_stops = true;
    m_button->setEnabled(false);
    retranslate();
    m_bundles.cancel();
}

void BundleDialog::retranslate()
{
    const QString headings[] = {tr("Importing %1").arg(m_fileName), tr("Making invented data"), tr("Exporting to %1").arg(m_fileName)};
    setWindowTitle(m_kind == Kind::Export ? tr("Export") : tr("Import"));
    m_heading->setText(headings[int(m_kind)]);
    m_progress->setAccessibleName(m_heading->text());
    m_progress->setToolTip(m_heading->text());
    if (m_result)
        m_answer->setText(inWords(m_result->ok() ? **m_result : m_result->error().message));
    else
        m_answer->setText(m_stops                   ? tr("Stopping…")
                          : m_kind == Kind::Export ? tr("The file appears when it is whole.")
                                                   : tr("Nothing changes until all of it has been read."));
    m_answer->setAccessibleName(m_answer->text());
    m_button->setText(m_runs ? tr("Stop") : tr("Close"));
    m_button->setAccessibleName(m_button->text());
    m_button->setToolTip(m_runs ? tr("Stops; nothing is changed (Esc)") : tr("Closes this (Esc)"));
}

void BundleDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace encore::ui
